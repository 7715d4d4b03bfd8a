package io.dakenh.config.staff;

import io.dakenh.config.http.AddressBuckets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people who were invited choose a password. */
@Path("/api/v1/public/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "public")
class PublicInvitationResource {
  private static final int PER_MINUTE = 60;

  private final Invitations invitations;
  private final AddressBuckets requests = new AddressBuckets(PER_MINUTE, Duration.ofMinutes(1));

  @Inject
  PublicInvitationResource(Invitations invitations) {
    this.invitations = invitations;
  }

  @POST
  @Path("/lookup")
  @Operation(operationId = "lookAtInvitation", summary = "Who invites whom")
  public InvitationView look(@Nullable InvitationBody body, @Context HttpServerRequest request) {
    take(request);
    return invitations.look(body == null ? null : body.token());
  }

  @POST
  @Path("/accept")
  @Operation(operationId = "acceptInvitation", summary = "Sets the password; ends the link")
  public InvitationView accept(@Nullable InvitationBody body, @Context HttpServerRequest request) {
    take(request);
    return invitations.accept(
        body == null ? null : body.token(), body == null ? null : body.password());
  }

  private void take(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    requests.take(remote == null ? null : remote.hostAddress());
  }
}
