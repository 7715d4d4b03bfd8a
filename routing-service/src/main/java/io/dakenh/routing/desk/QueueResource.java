package io.dakenh.routing.desk;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.routing.allocation.AllocationService;
import io.dakenh.routing.allocation.AllocationService.Person;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conversations nobody joined in time. */
@Path("/api/v1/queue")
@Tag(name = "Queue")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QueueResource {
  private final DeskQueries queries;
  private final AllocationService allocations;
  private final Desk desk;

  @Inject
  QueueResource(DeskQueries queries, AllocationService allocations, Desk desk) {
    this.queries = queries;
    this.allocations = allocations;
    this.desk = desk;
  }

  /** What waits. */
  @GET
  @Operation(summary = "Conversations waiting in own departments (owners: in all), oldest first")
  public Page<QueuedView> list(@BeanParam @Valid PageRequest page) {
    return queries.queue(desk.person(), page);
  }

  /** Gives one to somebody. */
  @POST
  @Path("/{conversationId}/assign")
  @RolesAllowed(Roles.OWNER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Gives a conversation that is with nobody to a person, whatever they have already")
  @APIResponse(responseCode = "200", description = "It is the person's, also when given before")
  @APIResponse(
      responseCode = "409",
      description = "offer-already-resolved, with acceptedBy; or conversation-not-queued")
  @APIResponse(responseCode = "422", description = "agent-unreachable: not there, or not active")
  public AllocationView assign(
      @PathParam("conversationId") UUID conversationId, @Nullable Assignment assignment) {
    Person owner = desk.person();
    UUID agentId = assignment == null ? null : assignment.agentId();
    if (agentId == null) {
      throw ProblemException.invalid("/agentId", "required", "This value is required.");
    }
    return AllocationView.of(allocations.assign(owner, conversationId, agentId));
  }

  /** Begins anew. */
  @POST
  @Path("/{conversationId}/route-again")
  @RolesAllowed(Roles.OWNER)
  @Operation(summary = "Asks the department's people again, with the whole total time before them")
  @APIResponse(
      responseCode = "204",
      description = "People are being asked, or it waits with a reason")
  @APIResponse(responseCode = "409", description = "conversation-not-queued")
  public void routeAgain(@PathParam("conversationId") UUID conversationId) {
    allocations.routeAgain(desk.person(), conversationId);
  }

  /** Takes one. */
  @POST
  @Path("/{conversationId}/take")
  @Operation(
      summary = "Takes a waiting conversation; owners may also step in while others are asked")
  @APIResponse(responseCode = "200", description = "It is the caller's, also when taken before")
  @APIResponse(
      responseCode = "409",
      description = "offer-already-resolved, with acceptedBy; or conversation-not-queued")
  public AllocationView take(@PathParam("conversationId") UUID conversationId) {
    return AllocationView.of(allocations.take(desk.person(), conversationId));
  }
}
