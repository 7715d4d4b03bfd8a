package io.dakenh.billing.entitlement;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the own business may use of call time. */
@Path("/api/v1/entitlement")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "entitlement")
public class EntitlementResource {
  private final EntitlementService entitlements;
  private final Caller caller;

  @Inject
  EntitlementResource(EntitlementService entitlements, Caller caller) {
    this.entitlements = entitlements;
    this.caller = caller;
  }

  /** Plan, month and seconds; 304 when the caller has seen this version. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "getEntitlement", summary = "Call time of the current month")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EntitlementView.class)))
  public Response get(@Context Request request) {
    Entitlement entitlement = entitlements.get(caller.tenantId());
    EntityTag tag = Preconditions.tag(entitlement.version());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.build()
        : Response.ok(EntitlementView.of(entitlement)).tag(tag).build();
  }
}
