package io.dakenh.platform.tenancy;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who makes the current request: person, role and tenant, read from the token and from nowhere
 * else.
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
    return TenantClaim.read(token())
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "tenant-required",
                    "This sign-in belongs to no business."));
  }

  /** The person: agent or owner id. */
  public UUID personId() {
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
