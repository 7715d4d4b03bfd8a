package io.dakenh.config.widget;

import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.event.EventCatalog;
import java.util.List;

/** How a new widget document is announced. */
public final class WidgetEvents {
  private WidgetEvents() {}

  /** The document as it is now being served. */
  public static void published(Entries entries, Widget widget) {
    entries.event(
        EventCatalog.WIDGET_PUBLISHED,
        widget.tenantId,
        new WidgetPublished(
            widget.tenantId,
            widget.widgetKey,
            widget.version,
            widget.allowedWebsites.isEmpty() ? null : List.copyOf(widget.allowedWebsites)));
  }
}
