package io.dakenh.livetalk.visitor;

import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Business;
import io.dakenh.livetalk.visitor.VisitorTokens.SignedVisitor;
import io.dakenh.livetalk.visitor.VisitorTokens.Visitor;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gives widgets the token that opens their socket. */
@Path("/api/v1/public/visitor-sessions")
@Tag(name = "visitor-sessions")
public class VisitorSessionResource {
  private static final UUID NO_BUSINESS = new UUID(0, 0);

  private final Directory directory;
  private final SessionLimits limits;
  private final VisitorTokens tokens;

  @Inject
  VisitorSessionResource(Directory directory, SessionLimits limits, VisitorTokens tokens) {
    this.directory = directory;
    this.limits = limits;
    this.tokens = tokens;
  }

  /** Which business, and the token the browser kept from an earlier visit. */
  public record CreateVisitorSession(
      @NotBlank @Size(max = 100) String widgetKey,
      @Size(max = 4096) @Nullable String visitorToken) {}

  /** The token that opens the socket. */
  public record VisitorSessionView(String visitorToken, UUID visitorId, Instant expiresAt) {}

  @POST
  @RunOnVirtualThread
  @Operation(
      summary = "A visitor's session",
      description = "A genuine token of this business, even an ended one, keeps its visitor.")
  public VisitorSessionView create(
      @Valid @NotNull CreateVisitorSession body, @Context HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    Business business =
        directory.byWidgetKey(body.widgetKey()).orElseThrow(() -> unknownWidget(address));
    limits.count(business.id(), address);
    if (!business.active()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "tenant-suspended", "This business is not available.");
    }
    SignedVisitor session = session(business.id(), body.visitorToken());
    return new VisitorSessionView(
        session.token(), session.visitor().id(), session.visitor().expiresAt());
  }

  /** Guessing keys is limited too. */
  private ProblemException unknownWidget(String address) {
    limits.count(NO_BUSINESS, address);
    return ProblemException.notFound("widget");
  }

  private SignedVisitor session(UUID tenantId, @Nullable String visitorToken) {
    if (visitorToken == null || visitorToken.isBlank()) {
      return tokens.issue(tenantId);
    }
    try {
      Visitor known = tokens.genuine(visitorToken);
      return known.tenantId().equals(tenantId)
          ? tokens.issue(tenantId, known.id())
          : tokens.issue(tenantId);
    } catch (ProblemException notOurs) {
      // A browser that kept a token of another installation starts as a new visitor.
      return tokens.issue(tenantId);
    }
  }
}
