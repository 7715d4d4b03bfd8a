package io.dakenh.config.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether changes reach the other services. It never makes the service unready: without the
 * broker everything here works on, and what changed is announced later.
 */
@Readiness
@ApplicationScoped
class EventsHealth implements HealthCheck {
  private final PendingRelay relay;

  @Inject
  EventsHealth(PendingRelay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("events")
        .up()
        .withData("delayed", relay.delayed())
        .withData("oldestAgeMilliseconds", relay.oldestMillis())
        .build();
  }
}
