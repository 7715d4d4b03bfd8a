package io.dakenh.config.media;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.ServedFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bytes of uploads, for visitors and desks. */
@Path("/api/v1/public/media/{id}/{sha256}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "public")
class PublicMediaResource {
  private final MediaRepository repository;
  private final MediaStore store;

  @Inject
  PublicMediaResource(MediaRepository repository, MediaStore store) {
    this.repository = repository;
    this.store = store;
  }

  @GET
  @Operation(summary = "The bytes of an upload, whole or a range; they never change")
  @APIResponse(responseCode = "200", description = "All bytes")
  @APIResponse(responseCode = "206", description = "The bytes of the range")
  @APIResponse(responseCode = "304", description = "The caller has them")
  @APIResponse(responseCode = "404", description = "No such upload")
  @APIResponse(responseCode = "416", description = "The range lies outside")
  public Response get(
      @PathParam("id") UUID id,
      @PathParam("sha256") String sha256,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return file(id, sha256).answer(new ServedFile.Wanted(range, ifRange, ifNoneMatch), true);
  }

  @HEAD
  @Operation(summary = "The same without the bytes")
  @APIResponse(responseCode = "200", description = "Type and length")
  public Response head(
      @PathParam("id") UUID id,
      @PathParam("sha256") String sha256,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return file(id, sha256).answer(new ServedFile.Wanted(null, null, ifNoneMatch), false);
  }

  private ServedFile file(UUID id, String sha256) {
    Media media =
        repository.published(id, sha256).orElseThrow(() -> ProblemException.notFound("media"));
    return ServedFile.forEver(
        media.contentType,
        media.bytes,
        media.sha256,
        (offset, length) -> store.open(media.id, offset));
  }
}
