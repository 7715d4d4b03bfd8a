package io.dakenh.channels.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies of files, for browsers and customers who were given a signed address. */
@Path("/api/v1/public/media")
@PermitAll
@Tag(name = "media")
public class PublicMediaResource {
  private final MediaResource media;

  @Inject
  PublicMediaResource(MediaResource media) {
    this.media = media;
  }

  /** One file. */
  @GET
  @Path("{id}")
  @RunOnVirtualThread
  @Operation(operationId = "fetchMedia", summary = "A copied file")
  public Response outside(
      @PathParam("id") UUID id,
      @QueryParam("expires") long expires,
      @QueryParam("signature") String signature) {
    return media.file(id, expires, signature);
  }
}
