package io.dakenh.platform.tenancy;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes the current request: person or key, role and tenant, read from the token and from
 * nowhere else.
 */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  @Inject
  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller's tenant; a token without exactly one tenant is refused. */
  public UUID tenantId() {
    if (identity.getPrincipal() instanceof KeyPrincipal key) {
      return key.tenantId();
    }
    return TenantClaim.read(token())
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "tenant-required",
                    "This sign-in belongs to no business."));
  }

  /** The key, when a program calls; empty when a person does. */
  public Optional<KeyPrincipal> key() {
    return identity.getPrincipal() instanceof KeyPrincipal key
        ? Optional.of(key)
        : Optional.empty();
  }

  /** The person: agent or owner id; a key is none. */
  public UUID personId() {
    if (key().isPresent()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "person-required", "Only a person can do this, not a key.");
    }
    String subject = token().getSubject();
    if (subject != null) {
      try {
        return UUID.fromString(subject);
      } catch (IllegalArgumentException notOurs) {
        throw ProblemException.of(
            ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is not accepted.");
      }
    }
    throw ProblemException.of(
        ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is not accepted.");
  }

  /** Name as in the token, empty when the token has none. */
  public String name() {
    return token().getClaim("name") instanceof String name ? name : "";
  }

  /** Whether the caller is an owner of the tenant. */
  public boolean owner() {
    return identity.hasRole(Roles.OWNER);
  }

  private JsonWebToken token() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return token;
    }
    throw ProblemException.of(ProblemKind.UNAUTHENTICATED, "token-missing", "Sign in first.");
  }
}
