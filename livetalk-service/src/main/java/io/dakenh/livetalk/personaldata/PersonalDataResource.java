package io.dakenh.livetalk.personaldata;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's data on request, for owners. */
@Path("/api/v1/visitors")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "personal-data")
public class PersonalDataResource {
  private final Jobs jobs;
  private final Caller caller;

  @Inject
  PersonalDataResource(Jobs jobs, Caller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @POST
  @Path("{id}/export")
  @Operation(summary = "Asks for a copy of everything known of a visitor")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Job.class)))
  public Response export(@PathParam("id") UUID id) {
    return accepted(jobs.request(Callers.agent(caller), id, "export"));
  }

  @POST
  @Path("{id}/erase")
  @Operation(summary = "Asks that everything known of a visitor be forgotten; it cannot be undone")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Job.class)))
  public Response erase(@PathParam("id") UUID id) {
    return accepted(jobs.request(Callers.agent(caller), id, "erase"));
  }

  private static Response accepted(Job job) {
    return Response.accepted(job)
        .location(URI.create("/api/v1/personal-data-jobs/" + job.id()))
        .build();
  }
}
