package io.dakenh.config.widget;

import java.util.UUID;

/** The widget a new business starts with. */
public final class WidgetDefaults {
  private WidgetDefaults() {}

  /** Settings that work as they are, in the language of the business. */
  public static WidgetSettings of(UUID tenantId, String widgetKey, String locale) {
    WidgetSettings settings = new WidgetSettings();
    settings.id = tenantId;
    settings.tenantId = tenantId;
    settings.widgetKey = widgetKey;
    settings.locale = locale;
    settings.headerColor = "#0b5cad";
    settings.textColor = "#ffffff";
    settings.position = "bottom-right";
    if (locale.equals("en")) {
      settings.title = "How can we help?";
      settings.description = "Leave a message, we answer as soon as we can.";
      settings.launcherLabel = "Chat with us";
      settings.greeting = "Hello! What would you like to know?";
    } else {
      settings.title = "Chúng tôi có thể giúp gì cho bạn?";
      settings.description = "Hãy để lại lời nhắn, chúng tôi sẽ trả lời sớm nhất có thể.";
      settings.launcherLabel = "Trò chuyện với chúng tôi";
      settings.greeting = "Xin chào! Bạn cần hỗ trợ điều gì ạ?";
    }
    return settings;
  }
}
