package io.dakenh.config.widget;

import com.mongodb.client.model.Filters;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Widget settings, one document per tenant. */
@ApplicationScoped
public class WidgetRepository implements PanacheMongoRepositoryBase<WidgetSettings, UUID> {
  /** The tenant's widget. */
  public WidgetSettings require(UUID tenantId) {
    return findByIdOptional(tenantId)
        .orElseThrow(() -> ProblemException.notFound("widget-settings"));
  }

  Optional<WidgetSettings> findByKey(String widgetKey) {
    return Optional.ofNullable(mongoCollection().find(Filters.eq("widgetKey", widgetKey)).first());
  }
}
