package io.dakenh.config.department;

import io.dakenh.config.http.Answers;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Receiving departments of the own business. */
@Path("/api/v1/departments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "departments")
class DepartmentResource {
  private final DepartmentRepository departments;
  private final DepartmentService service;
  private final TenantRepository tenants;
  private final Caller caller;

  @Inject
  DepartmentResource(
      DepartmentRepository departments,
      DepartmentService service,
      TenantRepository tenants,
      Caller caller) {
    this.departments = departments;
    this.service = service;
    this.tenants = tenants;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Departments in the order they were created")
  public Page<DepartmentView> list(@BeanParam @Valid PageRequest request) {
    UUID tenantId = caller.tenantId();
    UUID defaultId = tenants.require(tenantId).defaultDepartmentId;
    return Page.cut(
            departments.page(tenantId, request.limit, after(request)),
            request.limit,
            department -> Cursor.of(department.id))
        .map(department -> DepartmentView.of(department, defaultId));
  }

  private static @Nullable UUID after(PageRequest request) {
    Cursor cursor = Cursor.decode(request.cursor, 1);
    try {
      return cursor == null ? null : UUID.fromString(cursor.values().getFirst());
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds a department")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, DepartmentBody body) {
    DepartmentView view =
        service.create(caller.tenantId(), body, idempotencyKey, caller.personId());
    return Answers.created("departments/" + view.id(), view, view.version());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One department")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    UUID tenantId = caller.tenantId();
    DepartmentView view =
        DepartmentView.of(
            departments.require(tenantId, id), tenants.require(tenantId).defaultDepartmentId);
    return Answers.read(request, view, view.version());
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replaces a department; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DepartmentView.class)))
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      DepartmentBody body) {
    DepartmentView view = service.replace(caller.tenantId(), id, ifMatch, body, caller.personId());
    return Answers.changed(view, view.version());
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Deletes a department; the default one needs successorId. If-Match required")
  @APIResponse(responseCode = "204")
  public void delete(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("successorId") @Nullable UUID successorId) {
    service.delete(caller.tenantId(), id, ifMatch, successorId, caller.personId());
  }
}
