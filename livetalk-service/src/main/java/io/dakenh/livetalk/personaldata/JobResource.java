package io.dakenh.livetalk.personaldata;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was asked for about people's data, for owners. */
@Path("/api/v1/personal-data-jobs")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "personal-data")
public class JobResource {
  private final Jobs jobs;
  private final Export export;
  private final Caller caller;

  @Inject
  JobResource(Jobs jobs, Export export, Caller caller) {
    this.jobs = jobs;
    this.export = export;
    this.caller = caller;
  }

  /** Behind which job a page begins. */
  private record Position(Instant requestedAt, UUID id) {
    static final Position START =
        new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    static Position of(@Nullable String encoded) {
      Cursor cursor = Cursor.decode(encoded, 2);
      if (cursor == null) {
        return START;
      }
      try {
        return new Position(
            Instant.parse(cursor.values().get(0)), UUID.fromString(cursor.values().get(1)));
      } catch (DateTimeParseException | IllegalArgumentException wrong) {
        throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
      }
    }
  }

  @GET
  @Operation(summary = "What was asked for, newest first")
  public Page<Job> list(@BeanParam @Valid PageRequest page) {
    Position behind = Position.of(page.cursor);
    List<Job> found =
        jobs.list(caller.tenantId(), behind.requestedAt(), behind.id(), page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.requestedAt(), last.id()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "How far it is")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Job.class)))
  public Response one(@PathParam("id") UUID id) {
    return Response.ok(jobs.one(caller.tenantId(), id)).build();
  }

  @GET
  @Path("{id}/file")
  @Operation(summary = "The archive, as long as it is kept")
  @APIResponse(responseCode = "200", description = "A ZIP of JSON and files")
  public Response file(@PathParam("id") UUID id) {
    Job job = jobs.one(caller.tenantId(), id);
    Long bytes = job.fileBytes();
    if (bytes == null) {
      throw ProblemException.notFound("export");
    }
    StreamingOutput archive = output -> export.copy(id, output);
    return Response.ok(archive, "application/zip")
        .header(HttpHeaders.CONTENT_LENGTH, bytes)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"du-lieu-" + job.visitorId() + ".zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
