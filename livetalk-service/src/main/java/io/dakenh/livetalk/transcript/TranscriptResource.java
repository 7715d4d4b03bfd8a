package io.dakenh.livetalk.transcript;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transcripts for whoever may see the conversation in the desk. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "transcripts")
public class TranscriptResource {
  private final Transcripts transcripts;
  private final Caller caller;

  @Inject
  TranscriptResource(Transcripts transcripts, Caller caller) {
    this.transcripts = transcripts;
    this.caller = caller;
  }

  /** Where it is to go. */
  public record MailTranscript(@Nullable String email) {}

  @GET
  @Path("{id}/transcript")
  @Operation(
      summary = "A conversation as a file",
      description = "What its visitor may know of it; `format` is `html` or `text`.")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @PathParam("id") UUID id, @QueryParam("format") @DefaultValue("html") String format) {
    boolean page = TranscriptFile.page(format);
    return TranscriptFile.of(transcripts.read(Callers.agent(caller), id), page);
  }

  @POST
  @Path("{id}/transcript/mails")
  @Operation(summary = "Sends a conversation to an address")
  @APIResponse(responseCode = "202", description = "It will be sent")
  public Response mail(@PathParam("id") UUID id, @Valid @NotNull MailTranscript body) {
    transcripts.mail(Callers.agent(caller), id, body.email());
    return Response.accepted().build();
  }
}
