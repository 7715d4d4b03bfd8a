package io.dakenh.config.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Organizations and people of the realm. Whatever Keycloak answers that is not foreseen, and no
 * answer at all, becomes {@code 503 identity-unavailable}: the work is kept and goes on later.
 */
@ApplicationScoped
public class Identity {
  private static final Logger LOG = Logger.getLogger(Identity.class);
  private static final String PROVISIONING_ID = "provisioningId";
  private static final List<String> ROLES = List.of("owner", "agent");
  private static final int CONFLICT = 409;
  private static final int BAD_REQUEST = 400;

  private final KeycloakAdminClient keycloak;

  @Inject
  Identity(@RestClient KeycloakAdminClient keycloak) {
    this.keycloak = keycloak;
  }

  /**
   * Creates a person, or finds the one an earlier try of the same provisioning made.
   *
   * @throws EmailTakenException when the e-mail belongs to someone else
   * @throws ProblemException 400 when the password breaks the policy
   */
  public UUID createPerson(NewPerson person) {
    KeycloakUser user =
        new KeycloakUser(
            null,
            person.email(),
            person.email(),
            true,
            true,
            person.name(),
            Map.of(
                "locale",
                List.of(person.locale()),
                PROVISIONING_ID,
                List.of(person.provisioningId().toString())),
            credentials(person.password()));
    return call(
        "create a person",
        () -> {
          try (Response created = keycloak.createUser(user)) {
            return UUID.fromString(lastPart(created.getLocation()));
          } catch (WebApplicationException refused) {
            return switch (refused.getResponse().getStatus()) {
              case CONFLICT ->
                  findPerson(person.email(), person.provisioningId())
                      .orElseThrow(EmailTakenException::new);
              case BAD_REQUEST -> throw invalid(refused);
              default -> throw refused;
            };
          }
        });
  }

  private static List<KeycloakUser.Credential> credentials(FirstPassword password) {
    return switch (password) {
      case FirstPassword.Typed typed -> List.of(KeycloakUser.Credential.typed(typed.password()));
      case FirstPassword.Hashed hashed -> List.of(KeycloakUser.Credential.hashed(hashed.hash()));
      case FirstPassword.Chosen none -> List.of();
    };
  }

  /** Whether somebody signs in with this address. */
  public boolean known(String email) {
    return call("look up a person", () -> !keycloak.findUsers(email, true).isEmpty());
  }

  /**
   * Sets the password.
   *
   * @throws ProblemException 400 when it breaks the policy
   */
  public void setPassword(UUID personId, String password) {
    call(
        "set a password",
        () -> {
          try (Response set =
              keycloak.resetPassword(
                  personId.toString(), KeycloakUser.Credential.typed(password))) {
            return set.getStatus();
          } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == BAD_REQUEST) {
              throw invalid(refused);
            }
            throw refused;
          }
        });
  }

  /** The person this provisioning made, if it got that far. */
  public Optional<UUID> findPerson(String email, UUID provisioningId) {
    return call(
        "look up a person",
        () ->
            keycloak.findUsers(email, true).stream()
                .filter(user -> madeBy(user, provisioningId))
                .map(user -> UUID.fromString(String.valueOf(user.id())))
                .findFirst());
  }

  private static boolean madeBy(KeycloakUser user, UUID provisioningId) {
    return user.attributes() != null
        && user.attributes()
            .getOrDefault(PROVISIONING_ID, List.of())
            .contains(provisioningId.toString());
  }

  /** Id of the tenant's organization, made if absent. */
  public String ensureOrganization(UUID tenantId, String businessName) {
    String name = tenantId.toString();
    KeycloakOrganization wanted =
        new KeycloakOrganization(
            null, name, name, businessName, true, Map.of("tenantId", List.of(name)));
    return call(
        "create an organization",
        () -> {
          try (Response created = keycloak.createOrganization(wanted)) {
            return lastPart(created.getLocation());
          } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() != CONFLICT) {
              throw refused;
            }
            return keycloak.findOrganizations(name, true).stream()
                .map(KeycloakOrganization::id)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow(() -> refused);
          }
        });
  }

  /** Makes the person a member of the organization. */
  public void ensureMember(String organizationId, UUID personId) {
    call(
        "add a member",
        () -> {
          try (Response added = keycloak.addMember(organizationId, "\"" + personId + "\"")) {
            return added.getStatus();
          } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() != CONFLICT) {
              throw refused;
            }
            return CONFLICT;
          }
        });
  }

  /** Gives the person exactly this one of our roles. */
  public void setRole(UUID personId, String role) {
    String id = personId.toString();
    call(
        "set a role",
        () -> {
          try (Response given = keycloak.addRoles(id, List.of(keycloak.role(role)))) {
            LOG.debugf("role given: %d", given.getStatus());
          }
          for (String other : ROLES) {
            if (!other.equals(role)) {
              try (Response taken = keycloak.removeRoles(id, List.of(keycloak.role(other)))) {
                LOG.debugf("role taken: %d", taken.getStatus());
              }
            }
          }
          return id;
        });
  }

  /**
   * Sets name and language, and lets the person in or keeps them out; one who is kept out is signed
   * out everywhere.
   */
  public void update(UUID personId, String name, String email, boolean enabled) {
    String id = personId.toString();
    call(
        "update a person",
        () -> {
          KeycloakUser current = keycloak.user(id);
          KeycloakUser wanted =
              new KeycloakUser(
                  null,
                  current.username(),
                  email,
                  true,
                  enabled,
                  name,
                  current.attributes() == null ? Map.of() : current.attributes(),
                  null);
          try (Response updated = keycloak.updateUser(id, wanted)) {
            LOG.debugf("person updated: %d", updated.getStatus());
          }
          if (!enabled) {
            try (Response out = keycloak.logout(id)) {
              LOG.debugf("signed out: %d", out.getStatus());
            }
          }
          return id;
        });
  }

  /** Fails with {@code 503 identity-unavailable} when Keycloak does not answer. */
  public void requireReachable(UUID personId) {
    call("reach the identity server", () -> keycloak.user(personId.toString()));
  }

  private static String lastPart(URI location) {
    String path = location.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static <T> T call(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException | EmailTakenException foreseen) {
      throw foreseen;
    } catch (RuntimeException failed) {
      throw ProblemException.unavailable(
          "identity-unavailable",
          "Sign-ins cannot be managed right now (could not " + what + "). Please try again.",
          failed);
    }
  }

  /** Password rules live in Keycloak; its message key is specific enough to be the code. */
  private static ProblemException invalid(WebApplicationException refused) {
    JsonNode body = refused.getResponse().readEntity(JsonNode.class);
    String error = body.path("error").asText("");
    if (error.startsWith("invalidPassword")) {
      return ProblemException.invalid(
          "/password",
          "weak-password",
          body.path("error_description").asText("Choose another password."));
    }
    String field = body.path("field").asText("email");
    return ProblemException.invalid(
        field.equals("firstName") ? "/name" : "/email",
        "refused-by-identity",
        body.path("errorMessage").asText("This value is not accepted for a sign-in."));
  }
}
