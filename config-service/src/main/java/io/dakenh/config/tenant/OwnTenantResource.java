package io.dakenh.config.tenant;

import io.dakenh.config.http.Answers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The owner's own business. */
@Path("/api/v1/tenant")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "tenant")
class OwnTenantResource {
  private final TenantRepository tenants;
  private final TenantService service;
  private final Caller caller;

  @Inject
  OwnTenantResource(TenantRepository tenants, TenantService service, Caller caller) {
    this.tenants = tenants;
    this.service = service;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The own business")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  public Response get(@Context Request request) {
    TenantView view = TenantView.of(tenants.require(caller.tenantId()));
    return Answers.read(request, view, view.version());
  }

  @PATCH
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(summary = "Changes name, locale or timeZone; JSON merge patch with If-Match")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  public Response patch(@HeaderParam("If-Match") @Nullable String ifMatch, String body) {
    TenantView view = service.patch(caller.tenantId(), ifMatch, body, caller.personId());
    return Answers.changed(view, view.version());
  }
}
