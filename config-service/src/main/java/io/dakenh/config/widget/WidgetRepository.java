package io.dakenh.config.widget;

import com.mongodb.client.model.Filters;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Widget documents, one per tenant. */
@ApplicationScoped
public class WidgetRepository implements PanacheMongoRepositoryBase<Widget, UUID> {
  /** The tenant's widget. */
  public Widget require(UUID tenantId) {
    return findByIdOptional(tenantId).orElseThrow(() -> ProblemException.notFound("widget"));
  }

  Optional<Widget> findByKey(String widgetKey) {
    return Optional.ofNullable(mongoCollection().find(Filters.eq("widgetKey", widgetKey)).first());
  }
}
