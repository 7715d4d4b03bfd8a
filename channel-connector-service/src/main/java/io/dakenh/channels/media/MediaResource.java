package io.dakenh.channels.media;

import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies of files, for other services that were given a signed address. */
@Path("/internal/v1/media")
@PermitAll
@Tag(name = "media")
public class MediaResource {
  private final MediaStore store;
  private final MediaLinks links;

  @Inject
  MediaResource(MediaStore store, MediaLinks links) {
    this.store = store;
    this.links = links;
  }

  /** For other services. */
  @GET
  @Path("{id}")
  @RunOnVirtualThread
  @Operation(operationId = "fetchMediaInside", summary = "A copied file, for other services")
  public Response inside(
      @PathParam("id") UUID id,
      @QueryParam("expires") long expires,
      @QueryParam("signature") String signature) {
    return file(id, expires, signature);
  }

  Response file(UUID id, long expires, String signature) {
    if (signature == null || !links.ours(id, expires, signature)) {
      throw ProblemException.notFound("media");
    }
    if (links.ended(expires)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "media-link-expired", "This address has ended.");
    }
    Stored file = store.find(id).orElseThrow(() -> ProblemException.notFound("media"));
    boolean shown = file.mediaType().matches("image/(png|jpeg|gif|webp)");
    StreamingOutput bytes =
        out -> {
          int number = 0;
          for (Optional<byte[]> piece = store.piece(id, number);
              piece.isPresent();
              piece = store.piece(id, number)) {
            out.write(piece.get());
            number++;
          }
        };
    return Response.ok(bytes)
        .header("Content-Type", file.mediaType())
        .header("Content-Length", file.sizeBytes())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "private, max-age=86400, immutable")
        .header(
            "Content-Disposition",
            (shown ? "inline" : "attachment")
                + "; filename*=UTF-8''"
                + URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20"))
        .build();
  }
}
