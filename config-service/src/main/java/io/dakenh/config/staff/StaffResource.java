package io.dakenh.config.staff;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** People of the own business. */
@Path("/api/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "staff")
class StaffResource {
  private final StaffRepository people;
  private final StaffService service;
  private final StaffCreation creation;
  private final Invitations invitations;
  private final Caller caller;

  @Inject
  StaffResource(
      StaffRepository people,
      StaffService service,
      StaffCreation creation,
      Invitations invitations,
      Caller caller) {
    this.people = people;
    this.service = service;
    this.creation = creation;
    this.invitations = invitations;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "People in the order they joined, deactivated ones included")
  public Page<StaffView> list(@BeanParam @Valid PageRequest request) {
    Cursor after = Cursor.decode(request.cursor, 2);
    return Page.cut(
            people.page(caller.tenantId(), request.limit, after),
            request.limit,
            StaffRepository::cursor)
        .map(StaffView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds a person, who can sign in at once")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CreateStaff request) {
    StaffView view = creation.create(caller.tenantId(), request, idempotencyKey, caller.personId());
    return Answers.created("staff/" + view.id(), view, view.version());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One person")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    StaffView view = StaffView.of(people.require(caller.tenantId(), id));
    return Answers.read(request, view, view.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Operation(
      summary =
          "Changes name, role, active, avatarUrl or capacity; deactivating ends the person's sessions. JSON merge patch with If-Match")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response patch(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, String body) {
    StaffView view =
        StaffView.of(service.patch(caller.tenantId(), id, ifMatch, body, caller.personId()));
    return Answers.changed(view, view.version());
  }

  @POST
  @Path("/{id}/invitation")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "inviteAgain",
      summary = "Sends another invitation; the link of the one before ends")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StaffView.class)))
  public Response invite(@PathParam("id") UUID id) {
    StaffView view = StaffView.of(invitations.again(caller.tenantId(), id, caller.personId()));
    return Answers.changed(view, view.version());
  }
}
