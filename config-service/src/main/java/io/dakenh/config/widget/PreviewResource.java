package io.dakenh.config.widget;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.Contents;
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
import io.dakenh.config.section.SectionBody;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The public document as it would be; stores nothing. */
@Path("/api/v1/sections/{section}/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "sections")
class PreviewResource {
  private final Contents contents;
  private final WidgetDocuments making;
  private final WidgetRepository widgets;
  private final Caller caller;

  @Inject
  PreviewResource(
      Contents contents, WidgetDocuments making, WidgetRepository widgets, Caller caller) {
    this.contents = contents;
    this.making = making;
    this.widgets = widgets;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The public widget document with this content in place of what is published")
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
  public PublicWidget preview(@PathParam("section") String section, @Nullable JsonNode body) {
    UUID tenantId = caller.tenantId();
    SectionName name =
        SectionName.of(section).orElseThrow(() -> ProblemException.notFound("section"));
    var content = contents.check(name, tenantId, SectionBody.present(body));
    return making.preview(tenantId, widgets.require(tenantId).version, name, content);
  }
}
