package io.dakenh.livetalk.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once the sockets are being drained. */
@Readiness
@ApplicationScoped
class DrainCheck implements HealthCheck {
  private final SocketDrain drain;

  @Inject
  DrainCheck(SocketDrain drain) {
    this.drain = drain;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sockets").status(!drain.draining()).build();
  }
}
