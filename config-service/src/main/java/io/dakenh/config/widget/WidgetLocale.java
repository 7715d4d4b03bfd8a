package io.dakenh.config.widget;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUpHandler;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Copies the language of the business into its widget. */
@ApplicationScoped
class WidgetLocale implements FollowUpHandler {
  private final WidgetRepository widgets;
  private final TenantRepository tenants;
  private final Documents documents;
  private final Bootstraps bootstraps;

  @Inject
  WidgetLocale(
      WidgetRepository widgets,
      TenantRepository tenants,
      Documents documents,
      Bootstraps bootstraps) {
    this.widgets = widgets;
    this.tenants = tenants;
    this.documents = documents;
    this.bootstraps = bootstraps;
  }

  @Override
  public String kind() {
    return FollowUp.WIDGET_LOCALE;
  }

  @Override
  public void run(UUID tenantId, UUID target) {
    String locale = tenants.require(tenantId).locale;
    WidgetSettings changed =
        documents.retrying(
            () -> widgets.findById(tenantId),
            loaded ->
                documents.change(
                    widgets.mongoCollection(),
                    loaded,
                    settings -> settings.locale = locale,
                    edited -> WidgetEvents.published(edited.entries(), edited.after())));
    if (changed != null) {
      bootstraps.changed(changed);
    }
  }
}
