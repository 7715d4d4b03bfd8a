package io.dakenh.config.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Takes a business that is erased out of the realm. What is gone already is no fault. */
@ApplicationScoped
public class Departure {
  private static final Logger LOG = Logger.getLogger(Departure.class);
  private static final int NOT_FOUND = 404;
  private static final int PAGE = 50;

  private final KeycloakAdminClient keycloak;

  @Inject
  Departure(@RestClient KeycloakAdminClient keycloak) {
    this.keycloak = keycloak;
  }

  /** Some of the people who are still in the organization. */
  public List<UUID> members(String organizationId) {
    return known(() -> keycloak.members(organizationId, PAGE)).orElseGet(List::of).stream()
        .map(member -> UUID.fromString(String.valueOf(member.id())))
        .toList();
  }

  /**
   * Removes a person, or only the membership of somebody who works for another business as well.
   */
  public void remove(String organizationId, UUID personId) {
    String person = personId.toString();
    boolean elsewhere =
        known(() -> keycloak.organizationsOf(person)).orElseGet(List::of).stream()
            .anyMatch(organization -> !organizationId.equals(organization.id()));
    gone(
        () ->
            elsewhere
                ? keycloak.removeMember(organizationId, person)
                : keycloak.deleteUser(person));
  }

  /** Removes the organization. */
  public void close(String organizationId) {
    gone(() -> keycloak.deleteOrganization(organizationId));
  }

  private static void gone(Supplier<Response> removal) {
    known(
        () -> {
          try (Response answer = removal.get()) {
            LOG.debugf("removed: %d", answer.getStatus());
            return answer.getStatus();
          }
        });
  }

  private static <T> Optional<T> known(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() != NOT_FOUND) {
        throw refused;
      }
      LOG.debug("it is gone already");
      return Optional.empty();
    }
  }
}
