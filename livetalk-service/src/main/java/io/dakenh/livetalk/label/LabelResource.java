package io.dakenh.livetalk.label;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The labels of a business: owners decide which there are. */
@Path("/api/v1/labels")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "labels")
public class LabelResource {
  private final Labels labels;
  private final Caller caller;

  @Inject
  LabelResource(Labels labels, Caller caller) {
    this.labels = labels;
    this.caller = caller;
  }

  /** What an owner says of a label. */
  public record LabelBody(
      @NotNull String name, @NotNull @Pattern(regexp = "#[0-9a-fA-F]{6}") String color) {
    private String foldedColor() {
      return color.toLowerCase(Locale.ROOT);
    }
  }

  @GET
  @RolesAllowed({Roles.OWNER, Roles.AGENT})
  @Operation(summary = "All labels, by name", description = "At most 100, so one page.")
  public Page<LabelView> list() {
    return new Page<>(labels.all(caller.tenantId()), null);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.OWNER, Roles.AGENT})
  @Operation(summary = "One label")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelView.class)))
  public Response one(@PathParam("id") UUID id) {
    return tagged(
        labels.find(caller.tenantId(), id).orElseThrow(() -> ProblemException.notFound("label")));
  }

  @POST
  @Operation(
      summary = "A new label",
      description = "409 label-name-exists; 422 label-limit-reached beyond 100.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LabelView.class)))
  public Response create(@Valid @NotNull LabelBody body) {
    LabelView created =
        labels.create(caller.tenantId(), LabelName.of(body.name()), body.foldedColor());
    return Response.created(URI.create("/api/livetalk/v1/labels/" + created.id()))
        .entity(created)
        .tag(Preconditions.tag(created.version()))
        .build();
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Changes a label")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LabelView.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull LabelBody body) {
    return tagged(
        labels.change(
            caller.tenantId(), id, ifMatch, LabelName.of(body.name()), body.foldedColor()));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a label and takes it off every conversation")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    labels.delete(caller.tenantId(), id, ifMatch);
  }

  private static Response tagged(LabelView label) {
    return Response.ok(label).tag(Preconditions.tag(label.version())).build();
  }
}
