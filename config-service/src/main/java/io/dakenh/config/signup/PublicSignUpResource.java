package io.dakenh.config.signup;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.http.AddressBuckets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a business registers itself. Secrets of links travel in bodies, never in addresses. */
@Path("/api/v1/public/sign-ups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "public")
class PublicSignUpResource {
  private static final int LINKS_PER_MINUTE = 60;

  private final SignUps signUps;
  private final AddressBuckets requests;
  private final AddressBuckets links;

  @Inject
  PublicSignUpResource(SignUps signUps, ServiceSettings settings) {
    this.signUps = signUps;
    this.requests = new AddressBuckets(settings.signUp().perHour(), Duration.ofHours(1));
    this.links = new AddressBuckets(LINKS_PER_MINUTE, Duration.ofMinutes(1));
  }

  @POST
  @Operation(
      summary =
          "Signs up a business; a letter follows. The answer is the same whoever has the address")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = SignUpView.class)))
  public Response request(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      SignUpBody body,
      @Context HttpServerRequest request) {
    requests.take(address(request));
    return Response.accepted(signUps.request(body, idempotencyKey)).build();
  }

  @POST
  @Path("/{id}/letters")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Sends another letter, a minute after the one before at the earliest")
  @APIResponse(responseCode = "204", description = "Sent, if there is anything to send")
  public Response resend(@PathParam("id") UUID id, @Context HttpServerRequest request) {
    links.take(address(request));
    signUps.resend(id);
    return Response.noContent().build();
  }

  @POST
  @Path("/lookup")
  @Operation(summary = "What the link in the letter would confirm")
  public SignUpState look(TokenBody body, @Context HttpServerRequest request) {
    links.take(address(request));
    return signUps.look(body == null ? null : body.token());
  }

  @POST
  @Path("/confirm")
  @Operation(summary = "Confirms the address and makes the business; again: the same answer")
  public SignUpState confirm(TokenBody body, @Context HttpServerRequest request) {
    links.take(address(request));
    return signUps.confirm(body == null ? null : body.token());
  }

  private static @Nullable String address(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }
}
