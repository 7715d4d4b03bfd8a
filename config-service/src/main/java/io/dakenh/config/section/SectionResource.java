package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.Links;
import io.dakenh.config.content.OfflineForm;
import io.dakenh.config.content.Popups;
import io.dakenh.config.content.Retention;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.content.Sequences;
import io.dakenh.config.content.Sounds;
import io.dakenh.config.content.StartButton;
import io.dakenh.config.content.Websites;
import io.dakenh.config.http.Answers;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sections of the configuration of the own business. */
@Path("/api/v1/sections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "sections")
class SectionResource {
  private final SectionViews views;
  private final SectionService service;
  private final Caller caller;

  @Inject
  SectionResource(SectionViews views, SectionService service, Caller caller) {
    this.views = views;
    this.service = service;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "All sections")
  public SectionList list() {
    return views.list(caller.tenantId());
  }

  @GET
  @Path("/{section}")
  @Operation(summary = "What is published in a section, and its draft")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectionView.class)))
  public Response get(@PathParam("section") String section) {
    // Never "not modified": names and warnings change without the section's version.
    SectionView view = views.get(caller.tenantId(), named(section));
    return Answers.changed(view, view.version());
  }

  @PUT
  @Path("/{section}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Keeps a draft; one equal to what is published is none. If-Match required")
  @RequestBody(
      content =
          @Content(
              schema =
                  @Schema(
                      oneOf = {
                        Sounds.class,
                        Popups.class,
                        Sequences.class,
                        StartButton.class,
                        ChatWindow.class,
                        InteractionButtons.class,
                        Links.class,
                        Websites.class,
                        OfflineForm.class,
                        Retention.class
                      })))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectionView.class)))
  public Response saveDraft(
      @PathParam("section") String section,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable JsonNode body) {
    SectionName name = named(section);
    return changed(
        name, service.saveDraft(caller.tenantId(), name, ifMatch, body, caller.personId()));
  }

  @DELETE
  @Path("/{section}/draft")
  @Operation(summary = "Back to what is published; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectionView.class)))
  public Response discardDraft(
      @PathParam("section") String section, @HeaderParam("If-Match") @Nullable String ifMatch) {
    SectionName name = named(section);
    return changed(name, service.discardDraft(caller.tenantId(), name, ifMatch, caller.personId()));
  }

  @POST
  @Path("/{section}/publish")
  @Operation(summary = "The draft becomes the next version; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectionView.class)))
  public Response publish(
      @PathParam("section") String section, @HeaderParam("If-Match") @Nullable String ifMatch) {
    SectionName name = named(section);
    return changed(name, service.publish(caller.tenantId(), name, ifMatch, caller.personId()));
  }

  @GET
  @Path("/{section}/versions")
  @Operation(summary = "Published versions, newest first")
  public Page<SectionVersion> versions(
      @PathParam("section") String section, @BeanParam @Valid PageRequest request) {
    return views.versions(caller.tenantId(), named(section), request.limit, request.cursor);
  }

  @GET
  @Path("/{section}/versions/{version}")
  @Operation(summary = "One published version with its content")
  public SectionVersion version(
      @PathParam("section") String section, @PathParam("version") long version) {
    return views.version(caller.tenantId(), named(section), version);
  }

  @POST
  @Path("/{section}/versions/{version}/restore")
  @Operation(summary = "Publishes the content of a version as the next one; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SectionView.class)))
  public Response restore(
      @PathParam("section") String section,
      @PathParam("version") long version,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    SectionName name = named(section);
    return changed(
        name, service.restore(caller.tenantId(), name, version, ifMatch, caller.personId()));
  }

  private Response changed(SectionName name, SectionDocument document) {
    UUID tenantId = caller.tenantId();
    SectionView view = views.view(tenantId, name, document.version == 0 ? null : document);
    return Answers.changed(view, view.version());
  }

  private static SectionName named(String section) {
    return SectionName.of(section).orElseThrow(() -> ProblemException.notFound("section"));
  }
}
