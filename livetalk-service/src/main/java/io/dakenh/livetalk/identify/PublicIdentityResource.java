package io.dakenh.livetalk.identify;

import io.dakenh.livetalk.conversation.OpenConversation.Person;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.visitor.VisitorAccess;
import io.dakenh.livetalk.visitor.VisitorSessionResource.VisitorSessionView;
import io.dakenh.livetalk.visitor.VisitorTokens;
import io.dakenh.livetalk.visitor.VisitorTokens.SignedVisitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where websites say who their visitor is. */
@Path("/api/v1/public")
@PermitAll
@RunOnVirtualThread
@Tag(name = "identities")
public class PublicIdentityResource {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_HASH = 128;

  private final Identities identities;
  private final VisitorData data;
  private final IdentityLimits limits;
  private final VisitorAccess visitors;
  private final VisitorTokens tokens;

  @Inject
  PublicIdentityResource(
      Identities identities,
      VisitorData data,
      IdentityLimits limits,
      VisitorAccess visitors,
      VisitorTokens tokens) {
    this.identities = identities;
    this.data = data;
    this.limits = limits;
    this.visitors = visitors;
    this.tokens = tokens;
  }

  /**
   * A customer of the business.
   *
   * @param externalId as the business knows the customer
   * @param hash HMAC-SHA256 of it under the business's secret, in hexadecimal
   */
  public record Identify(
      @NotBlank @Size(max = LONGEST_ID) String externalId,
      @NotBlank @Size(max = LONGEST_HASH) String hash,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone) {}

  /** By name, all of them texts. */
  public record TellData(@NotNull Map<String, String> data) {}

  @POST
  @Path("identities")
  @Operation(
      summary = "Says which customer of the business the visitor is",
      description =
          "With the visitor's token as bearer. Answers with the token to use from now on; 403 `identity-mismatch` changes nothing.")
  public VisitorSessionView identify(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull Identify body,
      @Context HttpServerRequest request) {
    limits.count(request.remoteAddress().hostAddress());
    Party visitor = visitors.bearer(authorization).visitor();
    Person person = Person.of("", body.name(), body.phone(), body.email(), null);
    UUID id = identities.identify(visitor, body.externalId(), body.hash(), person);
    SignedVisitor session = tokens.issue(visitor.tenantId(), id);
    return new VisitorSessionView(
        session.token(), session.visitor().id(), session.visitor().expiresAt());
  }

  @PUT
  @Path("visitor-data")
  @Operation(
      summary = "What the website says of its visitor beside that, for agents to see",
      description = "With the visitor's token as bearer. Told, not proven.")
  public void tell(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull TellData body,
      @Context HttpServerRequest request) {
    limits.count(request.remoteAddress().hostAddress());
    data.keep(visitors.bearer(authorization).visitor(), body.data());
  }
}
