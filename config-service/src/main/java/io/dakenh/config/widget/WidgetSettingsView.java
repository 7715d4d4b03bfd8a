package io.dakenh.config.widget;

/**
 * The widget as the owner sees it.
 *
 * @param headerColor {@code #rrggbb}
 * @param position {@code bottom-right} or {@code bottom-left}
 * @param version as in the ETag
 */
record WidgetSettingsView(
    String title,
    String description,
    String launcherLabel,
    String greeting,
    String headerColor,
    String textColor,
    String position,
    long version) {
  static WidgetSettingsView of(WidgetSettings settings) {
    return new WidgetSettingsView(
        settings.title,
        settings.description,
        settings.launcherLabel,
        settings.greeting,
        settings.headerColor,
        settings.textColor,
        settings.position,
        settings.version);
  }
}
