package io.dakenh.config.tenant;

import io.dakenh.config.http.Answers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Businesses and their states, for the platform's operator. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "operator")
class OperatedTenantsResource {
  private final OperatedTenants operated;
  private final Caller caller;

  @Inject
  OperatedTenantsResource(OperatedTenants operated, Caller caller) {
    this.operated = operated;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Businesses, newest first, by words and state")
  public Page<OperatedTenantView> list(
      @BeanParam TenantSearch search, @BeanParam @Valid PageRequest page) {
    return Page.cut(
            operated.find(search, Cursor.decode(page.cursor, 1), page.limit + 1),
            page.limit,
            tenant -> Cursor.of(tenant.id))
        .map(OperatedTenantView::of);
  }

  @PUT
  @Path("/{tenantId}/status")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Suspends or resumes a business; nothing of it is lost",
      description = "With If-Match. Within seconds its widget is gone and its people are refused.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OperatedTenantView.class)))
  public Response status(
      @PathParam("tenantId") UUID tenantId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid StatusBody body) {
    Tenant tenant = operated.change(tenantId, ifMatch, body, caller.personId());
    return Answers.changed(OperatedTenantView.of(tenant), tenant.version);
  }
}
