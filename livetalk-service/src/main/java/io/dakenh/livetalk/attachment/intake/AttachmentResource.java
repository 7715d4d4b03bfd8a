package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of agents and owners, uploaded before the message that carries them is sent. */
@Path("/api/v1/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "attachments")
public class AttachmentResource {
  private final AttachmentIntake intake;
  private final Caller caller;

  @Inject
  AttachmentResource(AttachmentIntake intake, Caller caller) {
    this.intake = intake;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      summary = "Uploads a file to a conversation one takes part in; it is judged by its content")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response upload(
      @QueryParam("conversationId") @Nullable UUID conversationId,
      @QueryParam("name") @Nullable String name,
      InputStream body)
      throws IOException, InterruptedException {
    Party party =
        new Party(
            PartyKind.AGENT,
            caller.tenantId(),
            caller.personId(),
            caller.name(),
            null,
            caller.owner());
    return created(intake.add(party, required(conversationId), name, body));
  }

  static UUID required(@Nullable UUID conversationId) {
    if (conversationId == null) {
      throw ProblemException.invalid("/conversationId", "not-null", "Missing.");
    }
    return conversationId;
  }

  static Response created(AttachmentView view) {
    return Response.status(Response.Status.CREATED).entity(view).build();
  }
}
