package io.dakenh.config.canned;

import io.dakenh.config.http.Answers;
import io.dakenh.config.http.UploadBody;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Canned messages of the own business. */
@Path("/api/v1/canned-messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "canned messages")
class CannedResource {
  private final CannedRepository messages;
  private final CannedService service;
  private final CannedImports imports;
  private final CannedList list;
  private final Caller caller;

  @Inject
  CannedResource(
      CannedRepository messages,
      CannedService service,
      CannedImports imports,
      CannedList list,
      Caller caller) {
    this.messages = messages;
    this.service = service;
    this.imports = imports;
    this.list = list;
    this.caller = caller;
  }

  /** Some messages by their ids. */
  record Ids(@Nullable List<@Nullable UUID> ids) {
    List<UUID> checked() {
      if (ids == null || ids.isEmpty()) {
        throw ProblemException.invalid("/ids", "required", "Name at least one message.");
      }
      if (ids.size() > CannedRules.MOST) {
        throw ProblemException.invalid("/ids", "too-many", "At most " + CannedRules.MOST + ".");
      }
      return ids.stream().filter(Objects::nonNull).toList();
    }
  }

  /** Which ones are deleted now and were not before. */
  record Deleted(List<UUID> ids) {}

  /** How many came with a table. */
  record Imported(int imported) {}

  @GET
  @RolesAllowed({Roles.OWNER, Roles.AGENT})
  @Operation(
      summary = "By name; for agents those of everybody and of own departments",
      description = "q searches names and contents without case and accents")
  public Page<CannedView> list(
      @QueryParam("q") @Nullable String search,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(CannedRules.MOST) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return list.page(caller, search, limit, cursor);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds one")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CannedView.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, CannedBody body) {
    CannedView view =
        CannedView.of(service.create(caller.tenantId(), body, idempotencyKey, caller.personId()));
    return Answers.created("canned-messages/" + view.id(), view, view.version());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CannedView.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    CannedView view = CannedView.of(messages.require(caller.tenantId(), id));
    return Answers.read(request, view, view.version());
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replaces one; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CannedView.class)))
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      CannedBody body) {
    CannedView view =
        CannedView.of(service.replace(caller.tenantId(), id, ifMatch, body, caller.personId()));
    return Answers.changed(view, view.version());
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Deletes one; it can be restored for a minute. If-Match required")
  @APIResponse(responseCode = "204")
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    service.delete(caller.tenantId(), id, ifMatch, caller.personId());
  }

  @POST
  @Path("/delete")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Deletes several; they can be restored for a minute")
  public Deleted deleteAll(@Nullable Ids body) {
    return new Deleted(
        service.deleteAll(caller.tenantId(), require(body).checked(), caller.personId()));
  }

  @POST
  @Path("/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Brings back what was deleted within the last minute")
  public CannedService.Restored restore(@Nullable Ids body) {
    return service.restore(caller.tenantId(), require(body).checked(), caller.personId());
  }

  @POST
  @Path("/import")
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(summary = "Adds all lines of a table name,content,departments, or none")
  public Imported importTable(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream body)
      throws IOException {
    return new Imported(
        imports.run(
            caller.tenantId(), caller.personId(), UploadBody.read(body, UploadBody.LARGEST_CSV)));
  }

  private static Ids require(@Nullable Ids body) {
    return body == null ? new Ids(null) : body;
  }
}
