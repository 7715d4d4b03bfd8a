package io.dakenh.config.widget;

import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUpHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Language and name of the business are in its widget. */
@ApplicationScoped
class WidgetLocale implements FollowUpHandler {
  private final WidgetRenderer renderer;

  @Inject
  WidgetLocale(WidgetRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public String kind() {
    return FollowUp.WIDGET_LOCALE;
  }

  @Override
  public void run(UUID tenantId, UUID target) {
    renderer.render(tenantId);
  }
}
