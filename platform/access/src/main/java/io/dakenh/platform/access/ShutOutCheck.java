package io.dakenh.platform.access;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.TenantClaim;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Looks at every token that was found to be genuine. The operator's names no business. */
@ApplicationScoped
class ShutOutCheck implements SecurityIdentityAugmentor {
  private final ShutOut shutOut;

  @Inject
  ShutOutCheck(ShutOut shutOut) {
    this.shutOut = shutOut;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      Optional<ProblemException> refused =
          TenantClaim.read(token)
              .flatMap(
                  tenantId ->
                      person(token).flatMap(personId -> shutOut.reason(tenantId, personId)));
      if (refused.isPresent()) {
        return Uni.createFrom().failure(refused.get());
      }
    }
    return Uni.createFrom().item(identity);
  }

  /** Whoever has no id of ours is refused where the id is needed. */
  private static Optional<UUID> person(JsonWebToken token) {
    String subject = token.getSubject();
    try {
      return Optional.ofNullable(subject).map(UUID::fromString);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
