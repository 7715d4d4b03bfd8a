package io.dakenh.livetalk.visitor;

import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out which visitor a token stands for, for sockets and for requests. */
@ApplicationScoped
public class VisitorAccess {
  private static final String BEARER = "bearer ";

  private final VisitorTokens tokens;
  private final Visitors visitors;
  private final Directory directory;

  @Inject
  VisitorAccess(VisitorTokens tokens, Visitors visitors, Directory directory) {
    this.tokens = tokens;
    this.visitors = visitors;
    this.directory = directory;
  }

  /** A visitor with the end of the token. */
  public record Session(Party visitor, Instant endsAt) {}

  /** Who the token stands for, or a problem that says why it is not accepted. */
  public Session enter(String token) {
    VisitorTokens.Visitor visitor = tokens.verify(token);
    Directory.Business business =
        directory
            .business(visitor.tenantId())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ProblemKind.UNAUTHENTICATED,
                        "token-invalid",
                        "The token is not accepted."));
    if (!business.active()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "tenant-suspended", "This business is not available.");
    }
    return new Session(
        new Party(
            PartyKind.VISITOR,
            visitor.tenantId(),
            visitor.id(),
            visitors.name(visitor.tenantId(), visitor.id()),
            null,
            false),
        visitor.expiresAt());
  }

  /** The same for the {@code Authorization} header of a request. */
  public Session bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw ProblemException.of(ProblemKind.UNAUTHENTICATED, "token-missing", "Sign in first.");
    }
    return enter(authorization.substring(BEARER.length()).strip());
  }
}
