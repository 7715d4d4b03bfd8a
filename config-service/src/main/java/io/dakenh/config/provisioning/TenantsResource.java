package io.dakenh.config.provisioning;

import io.dakenh.config.http.Answers;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.tenant.TenantView;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Businesses, for the platform's operator. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "operator")
class TenantsResource {
  private final TenantCreation creation;
  private final TenantRepository tenants;

  @Inject
  TenantsResource(TenantCreation creation, TenantRepository tenants) {
    this.creation = creation;
    this.tenants = tenants;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Creates a business with its owner, a default department and a working widget")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CreateTenant request) {
    TenantView view = creation.create(request, idempotencyKey);
    return Answers.created("tenants/" + view.id(), view, view.version());
  }

  @GET
  @Path("/{tenantId}")
  @Operation(summary = "One business")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  public Response get(@PathParam("tenantId") UUID tenantId, @Context Request request) {
    TenantView view = TenantView.of(tenants.require(tenantId));
    return Answers.read(request, view, view.version());
  }
}
