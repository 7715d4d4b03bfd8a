package io.dakenh.livetalk.identify;

import io.dakenh.livetalk.identify.IdentifySecrets.Secret;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The secret a business signs its customers' ids with, for owners. */
@Path("/api/v1/identify-secret")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "identities")
public class IdentifySecretResource {
  private final IdentifySecrets secrets;
  private final Caller caller;

  @Inject
  IdentifySecretResource(IdentifySecrets secrets, Caller caller) {
    this.secrets = secrets;
    this.caller = caller;
  }

  /**
   * The secret.
   *
   * @param rotatedAt absent while it is the first one
   */
  public record SecretView(String secret, int number, @Nullable Instant rotatedAt) {}

  @GET
  @Operation(summary = "The secret that holds now")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SecretView.class)))
  public Response current() {
    return shown(secrets.current(caller.tenantId()));
  }

  @POST
  @Path("rotate")
  @Operation(summary = "Replaces it; signatures made with the old one no longer count")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SecretView.class)))
  public Response rotate() {
    return shown(secrets.rotate(caller.tenantId(), caller.personId()));
  }

  private static Response shown(Secret secret) {
    return Response.ok(new SecretView(secret.secret(), secret.number(), secret.rotatedAt()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
