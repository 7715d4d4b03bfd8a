package io.dakenh.config.widget;

import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.event.EventCatalog;

/** How a new widget document is announced. */
public final class WidgetEvents {
  private WidgetEvents() {}

  /** The document as it is now being served. */
  public static void published(Entries entries, WidgetSettings settings) {
    entries.event(
        EventCatalog.WIDGET_PUBLISHED,
        settings.tenantId,
        new WidgetPublished(settings.tenantId, settings.widgetKey, settings.version, null));
  }
}
