package io.dakenh.config.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the indexes are there; the store itself has a check of its own. */
@Readiness
@ApplicationScoped
class StorageReady implements HealthCheck {
  private final Indexes indexes;

  @Inject
  StorageReady(Indexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("indexes").status(indexes.ready()).build();
  }
}
