package io.dakenh.config.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Says whether Keycloak answers. It never makes the service unready: without Keycloak only people
 * cannot be changed, while websites still need their widget.
 */
@Readiness
@ApplicationScoped
class IdentityHealth implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(IdentityHealth.class);

  private final KeycloakRealmClient keycloak;

  @Inject
  IdentityHealth(@RestClient KeycloakRealmClient keycloak) {
    this.keycloak = keycloak;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("identity").up().withData("reachable", reachable()).build();
  }

  private boolean reachable() {
    try (Response answer = keycloak.realm()) {
      return answer.getStatus() < Response.Status.BAD_REQUEST.getStatusCode();
    } catch (RuntimeException away) {
      LOG.debug("the identity server does not answer", away);
      return false;
    }
  }
}
