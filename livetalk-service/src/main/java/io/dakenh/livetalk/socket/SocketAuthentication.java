package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Colleague;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.visitor.VisitorAccess;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.problem.TokenFailures;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.tenancy.TenantClaim;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Finds out who a token stands for; blocking, so only for virtual threads. */
@ApplicationScoped
class SocketAuthentication {
  private static final Duration KEYCLOAK_ANSWERS_WITHIN = Duration.ofSeconds(5);

  private final VisitorAccess visitors;
  private final TenantIdentityProvider identities;
  private final Directory directory;

  @Inject
  SocketAuthentication(
      VisitorAccess visitors, TenantIdentityProvider identities, Directory directory) {
    this.visitors = visitors;
    this.identities = identities;
    this.directory = directory;
  }

  /** A person with the end of the token. */
  record Session(Party party, long endsAtSecond) {}

  /**
   * Who the token stands for, or a problem that says why it does not open a socket of this kind.
   */
  Session authenticate(PartyKind kind, String token) {
    return kind == PartyKind.VISITOR ? visitor(token) : agent(token);
  }

  private Session visitor(String token) {
    VisitorAccess.Session session = visitors.enter(token);
    return new Session(session.visitor(), session.endsAt().getEpochSecond());
  }

  private Session agent(String token) {
    SecurityIdentity identity = identity(token);
    if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
      throw invalid();
    }
    boolean owner = identity.hasRole(Roles.OWNER);
    UUID tenantId = TenantClaim.read(claims).orElseThrow(SocketAuthentication::forbidden);
    if (!owner && !identity.hasRole(Roles.AGENT)) {
      throw forbidden();
    }
    if (directory.business(tenantId).filter(business -> !business.active()).isPresent()) {
      throw suspended();
    }
    UUID id = subject(claims);
    Optional<Colleague> colleague = directory.colleague(tenantId, id);
    if (colleague.filter(known -> !known.active()).isPresent()) {
      throw forbidden();
    }
    String claimed = claims.getClaim("name") instanceof String name ? name : "";
    Party party =
        new Party(
            PartyKind.AGENT,
            tenantId,
            id,
            colleague.map(Colleague::name).orElse(claimed),
            colleague.map(Colleague::avatarUrl).orElse(null),
            owner);
    return new Session(party, claims.getExpirationTime());
  }

  private SecurityIdentity identity(String token) {
    try {
      return identities
          .authenticate(new AccessTokenCredential(token))
          .await()
          .atMost(KEYCLOAK_ANSWERS_WITHIN);
    } catch (AuthenticationFailedException refused) {
      throw TokenFailures.expired(refused)
          ? ProblemException.of(
              ProblemKind.UNAUTHENTICATED, "token-expired", "The sign-in has expired.")
          : invalid();
    } catch (OIDCException | TimeoutException away) {
      throw ProblemException.unavailable(
          "identity-unavailable", "Signing in is not possible right now.", away);
    }
  }

  private static UUID subject(JsonWebToken claims) {
    String subject = claims.getSubject();
    if (subject == null) {
      throw invalid();
    }
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException wrong) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.of(
        ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is not accepted.");
  }

  private static ProblemException forbidden() {
    return ProblemException.of(
        ProblemKind.FORBIDDEN, "role-required", "Your role does not allow this.");
  }

  private static ProblemException suspended() {
    return ProblemException.of(
        ProblemKind.FORBIDDEN, "tenant-suspended", "This business is not available.");
  }
}
