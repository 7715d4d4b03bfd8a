package io.dakenh.config.media;

import io.dakenh.config.http.UploadBody;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pictures and sounds of the own business. */
@Path("/api/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "media")
class MediaResource {
  /** Files in memory at once: what an upload needs is bounded, so all of them are. */
  private static final Semaphore AT_ONCE = new Semaphore(3);

  private static final long PATIENCE_SECONDS = 15;

  private final MediaService service;
  private final Caller caller;

  @Inject
  MediaResource(MediaService service, Caller caller) {
    this.service = service;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Uploads a picture or a sound; it is judged by its content")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MediaView.class)))
  public Response upload(
      @QueryParam("purpose") @Nullable String purpose,
      @QueryParam("fileName") @Nullable String fileName,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema =
                          @Schema(
                              type =
                                  org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                      .STRING,
                              format = "binary")))
          InputStream body)
      throws IOException, InterruptedException {
    UUID tenantId = caller.tenantId();
    Purpose wanted = Purpose.of(purpose);
    if (!AT_ONCE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw ProblemException.rateLimited(Duration.ofSeconds(2));
    }
    try {
      MediaView view =
          service.add(
              tenantId,
              caller.personId(),
              wanted,
              fileName,
              UploadBody.read(body, wanted.mostBytes()));
      return Response.created(URI.create("/api/config/v1/media/" + view.id())).entity(view).build();
    } finally {
      AT_ONCE.release();
    }
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.OWNER, Roles.AGENT})
  @Operation(summary = "What is known of an upload; agents insert those of canned messages")
  public MediaView get(@PathParam("id") UUID id) {
    return service.get(caller.tenantId(), id);
  }
}
