package io.dakenh.livetalk.transcript;

import io.dakenh.livetalk.transcript.TranscriptResource.MailTranscript;
import io.dakenh.livetalk.visitor.VisitorAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transcripts for visitors, of their own conversations. */
@Path("/api/v1/public/conversations")
@PermitAll
@RunOnVirtualThread
@Tag(name = "transcripts")
public class PublicTranscriptResource {
  private final Transcripts transcripts;
  private final VisitorAccess visitors;

  @Inject
  PublicTranscriptResource(Transcripts transcripts, VisitorAccess visitors) {
    this.transcripts = transcripts;
    this.visitors = visitors;
  }

  @GET
  @Path("{id}/transcript")
  @Operation(
      summary = "An own conversation as a file",
      description = "With the visitor's token as bearer; `format` is `html` or `text`.")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("id") UUID id,
      @QueryParam("format") @DefaultValue("html") String format) {
    VisitorAccess.Session session = visitors.bearer(authorization);
    boolean page = TranscriptFile.page(format);
    return TranscriptFile.of(transcripts.read(session.visitor(), id), page);
  }

  @POST
  @Path("{id}/transcript/mails")
  @Operation(
      summary = "Sends an own conversation to an address",
      description = "With the visitor's token as bearer; a few times an hour.")
  @APIResponse(responseCode = "202", description = "It will be sent")
  public Response mail(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("id") UUID id,
      @Valid @NotNull MailTranscript body) {
    VisitorAccess.Session session = visitors.bearer(authorization);
    transcripts.mail(session.visitor(), id, body.email());
    return Response.accepted().build();
  }
}
