package io.dakenh.config.widget;

import io.dakenh.config.storage.Documents;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes the widget; what is saved is published at once. */
@ApplicationScoped
class WidgetService {
  private final WidgetRepository widgets;
  private final Documents documents;
  private final Bootstraps bootstraps;

  @Inject
  WidgetService(WidgetRepository widgets, Documents documents, Bootstraps bootstraps) {
    this.widgets = widgets;
    this.documents = documents;
    this.bootstraps = bootstraps;
  }

  WidgetSettings replace(
      UUID tenantId, @Nullable String ifMatch, @Nullable WidgetSettingsBody body, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    WidgetSettings loaded = widgets.require(tenantId);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    Consumer<WidgetSettings> edit = WidgetSettingsBody.check(body);
    WidgetSettings changed =
        documents.change(
            widgets.mongoCollection(),
            loaded,
            edit,
            edited -> {
              WidgetEvents.published(edited.entries(), edited.after());
              edited.entries().audit("widget.changed", actorId, tenantId, edited.fields());
            });
    bootstraps.changed(changed);
    return changed;
  }
}
