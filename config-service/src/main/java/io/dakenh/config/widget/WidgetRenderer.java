package io.dakenh.config.widget;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.config.widget.WidgetDocuments.Made;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Renders the public document again when something it is made of has changed. The widget's version
 * is read before the rest and compared when it is written, so that of two renderings at once the
 * one that saw less never has the last word.
 */
@ApplicationScoped
class WidgetRenderer implements PendingEffect {
  private final WidgetRepository widgets;
  private final WidgetDocuments making;
  private final Documents documents;
  private final Bootstraps bootstraps;

  @Inject
  WidgetRenderer(
      WidgetRepository widgets,
      WidgetDocuments making,
      Documents documents,
      Bootstraps bootstraps) {
    this.widgets = widgets;
    this.making = making;
    this.documents = documents;
    this.bootstraps = bootstraps;
  }

  @Override
  public String kind() {
    return Consequences.RENDER_WIDGET;
  }

  @Override
  public void run(UUID tenantId, PendingEntry entry) {
    render(tenantId);
  }

  /** Renders, announces and serves the document if it is another one now. */
  void render(UUID tenantId) {
    Widget changed =
        documents.retrying(() -> widgets.findById(tenantId), loaded -> rendered(loaded));
    if (changed != null) {
      bootstraps.changed(changed);
    }
  }

  private Widget rendered(Widget loaded) {
    Optional<Made> made = making.make(loaded.tenantId);
    if (made.isEmpty()) {
      return loaded;
    }
    return documents.change(
        widgets.mongoCollection(),
        loaded,
        made.get()::applyTo,
        edited -> WidgetEvents.published(edited.entries(), edited.after()));
  }
}
