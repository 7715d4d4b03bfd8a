package io.dakenh.config.widget;

import java.util.UUID;

/** The widget document of a new business. */
public final class WidgetDefaults {
  private WidgetDefaults() {}

  /** A document that is still to be rendered. */
  public static Widget of(UUID tenantId, String widgetKey, String locale) {
    Widget widget = new Widget();
    widget.id = tenantId;
    widget.tenantId = tenantId;
    widget.widgetKey = widgetKey;
    widget.locale = locale;
    return widget;
  }
}
