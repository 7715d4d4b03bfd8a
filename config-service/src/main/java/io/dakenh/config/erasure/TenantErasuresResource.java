package io.dakenh.config.erasure;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for a business to be erased, for the platform's operator. */
@Path("/api/v1/tenants/{tenantId}/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "operator")
class TenantErasuresResource {
  private final Erasures requests;
  private final ErasureWork work;
  private final Caller caller;

  @Inject
  TenantErasuresResource(Erasures requests, ErasureWork work, Caller caller) {
    this.requests = requests;
    this.work = work;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erases a suspended business for good",
      description = "Asked again it answers with the same erasure; it goes on by itself.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  public Response erase(@PathParam("tenantId") UUID tenantId, @NotNull @Valid ErasureBody body) {
    Erasure erasure = requests.request(tenantId, body, caller.personId());
    work.soon(erasure.id);
    return Response.accepted(ErasureView.of(erasure))
        .location(URI.create("/api/config/v1/erasures/" + erasure.id))
        .build();
  }
}
