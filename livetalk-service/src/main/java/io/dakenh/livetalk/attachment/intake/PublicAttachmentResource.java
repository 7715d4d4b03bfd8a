package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.livetalk.attachment.AttachmentLinks;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.visitor.VisitorAccess;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.ServedFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of visitors, and everyone's files for whoever was given their address. */
@Path("/api/v1/public/attachments")
@PermitAll
@RunOnVirtualThread
@Tag(name = "attachments")
public class PublicAttachmentResource {
  private final AttachmentIntake intake;
  private final AttachmentRepository repository;
  private final AttachmentStore store;
  private final AttachmentLinks links;
  private final VisitorAccess visitors;

  @Inject
  PublicAttachmentResource(
      AttachmentIntake intake,
      AttachmentRepository repository,
      AttachmentStore store,
      AttachmentLinks links,
      VisitorAccess visitors) {
    this.intake = intake;
    this.repository = repository;
    this.store = store;
    this.links = links;
    this.visitors = visitors;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Uploads a file to the visitor's own conversation; it is judged by its content",
      description = "With the visitor's token as bearer.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response upload(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @QueryParam("conversationId") @Nullable UUID conversationId,
      @QueryParam("name") @Nullable String name,
      InputStream body)
      throws IOException, InterruptedException {
    VisitorAccess.Session session = visitors.bearer(authorization);
    return AttachmentResource.created(
        intake.add(session.visitor(), AttachmentResource.required(conversationId), name, body));
  }

  @GET
  @Path("{id}/file")
  @Operation(summary = "A file, whole or a range, by the signed address a message gave")
  @APIResponse(responseCode = "200", description = "All bytes")
  @APIResponse(responseCode = "206", description = "The bytes of the range")
  @APIResponse(responseCode = "304", description = "The caller has them")
  @APIResponse(responseCode = "403", description = "The address has ended")
  @APIResponse(responseCode = "404", description = "No such file, or not the address it was given")
  @APIResponse(responseCode = "416", description = "The range lies outside")
  public Response file(
      @PathParam("id") UUID id,
      @QueryParam("expires") long expires,
      @QueryParam("signature") @Nullable String signature,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Attachment attachment = served(id);
    Duration left = check(attachment, Part.FILE, expires, signature);
    return new ServedFile(
            attachment.mediaType(),
            attachment.bytes(),
            attachment.sha256(),
            headers(left, attachment.verified() ? "inline" : "attachment", attachment.name()),
            (offset, length) -> store.open(attachment.tenantId(), id, Part.FILE, offset))
        .answer(new ServedFile.Wanted(range, ifRange, ifNoneMatch), true);
  }

  @GET
  @Path("{id}/thumbnail")
  @Operation(summary = "The small copy of a picture, by the signed address a message gave")
  @APIResponse(responseCode = "200", description = "All bytes")
  @APIResponse(responseCode = "304", description = "The caller has them")
  @APIResponse(responseCode = "403", description = "The address has ended")
  @APIResponse(responseCode = "404", description = "No such file, or not the address it was given")
  public Response thumbnail(
      @PathParam("id") UUID id,
      @QueryParam("expires") long expires,
      @QueryParam("signature") @Nullable String signature,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Attachment attachment = served(id);
    Duration left = check(attachment, Part.THUMBNAIL, expires, signature);
    Long bytes = attachment.thumbnailBytes();
    if (bytes == null) {
      throw ProblemException.notFound("attachment");
    }
    return new ServedFile(
            "image/jpeg",
            bytes,
            "t-" + attachment.sha256(),
            headers(left, "inline", "thumbnail.jpg"),
            (offset, length) -> store.open(attachment.tenantId(), id, Part.THUMBNAIL, offset))
        .answer(new ServedFile.Wanted(null, null, ifNoneMatch), true);
  }

  private Attachment served(UUID id) {
    return repository.served(id).orElseThrow(() -> ProblemException.notFound("attachment"));
  }

  private Duration check(
      Attachment attachment, Part part, long expires, @Nullable String signature) {
    return links.check(
        attachment.tenantId(), attachment.id(), part, expires, signature == null ? "" : signature);
  }

  /** Kept by the browser as long as the address is good, and by nobody on the way. */
  private static Map<String, String> headers(Duration left, String disposition, String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return Map.of(
        HttpHeaders.CACHE_CONTROL,
        "private, max-age=" + left.toSeconds() + ", immutable",
        HttpHeaders.CONTENT_DISPOSITION,
        disposition + "; filename*=UTF-8''" + encoded,
        "Cross-Origin-Resource-Policy",
        "same-origin",
        "Referrer-Policy",
        "no-referrer",
        "Content-Security-Policy",
        ServedFile.NOTHING_ELSE);
  }
}
