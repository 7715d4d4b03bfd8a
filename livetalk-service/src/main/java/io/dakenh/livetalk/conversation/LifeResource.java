package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hands conversations on, puts them off, and takes them up again. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "conversations")
public class LifeResource {
  private final ConversationLife life;
  private final Snoozes snoozes;
  private final ConversationReader reader;
  private final Caller caller;

  @Inject
  LifeResource(ConversationLife life, Snoozes snoozes, ConversationReader reader, Caller caller) {
    this.life = life;
    this.snoozes = snoozes;
    this.reader = reader;
    this.caller = caller;
  }

  /** To a department, to an agent, or to both: that agent is asked first. */
  public record Transfer(@Nullable UUID departmentId, @Nullable UUID agentId) {}

  /** Until when. */
  public record Snooze(@NotNull Instant until) {}

  /** Who joins. */
  public record AddAgent(@NotNull UUID agentId) {}

  @POST
  @Path("{id}/reopen")
  @Operation(
      summary = "Goes on with a closed conversation",
      description = "The caller serves it from now on; with an open one nothing changes.")
  public ConversationView reopen(@PathParam("id") UUID id) {
    Party agent = party();
    life.reopen(agent, id);
    return reader.one(agent, id);
  }

  @POST
  @Path("{id}/transfer")
  @Operation(
      summary = "Hands the conversation on",
      description =
          "The caller stays until somebody joins. 403 not-a-participant, 409 conversation-closed, 422 agent-without-department.")
  public ConversationView transfer(@PathParam("id") UUID id, @Valid @NotNull Transfer body) {
    Party agent = party();
    life.transfer(agent, id, body.departmentId(), body.agentId());
    return reader.one(agent, id);
  }

  @POST
  @Path("{id}/leave")
  @Operation(
      summary = "Takes part no more",
      description = "The last one to leave hands the conversation back to its department.")
  public void leave(@PathParam("id") UUID id) {
    life.leave(party(), id);
  }

  @POST
  @Path("{id}/agents")
  @Operation(summary = "Adds a colleague; one who takes part already changes nothing")
  public ConversationView add(@PathParam("id") UUID id, @Valid @NotNull AddAgent body) {
    Party agent = party();
    life.add(agent, id, body.agentId());
    return reader.one(agent, id);
  }

  @PUT
  @Path("{id}/snooze")
  @Operation(
      summary = "Puts the conversation off until a time",
      description = "A message of the visitor brings it back before.")
  public ConversationView snooze(@PathParam("id") UUID id, @Valid @NotNull Snooze body) {
    Party agent = party();
    snoozes.snooze(agent, id, body.until());
    return reader.one(agent, id);
  }

  @DELETE
  @Path("{id}/snooze")
  @Operation(summary = "Brings the conversation back now")
  public ConversationView wake(@PathParam("id") UUID id) {
    Party agent = party();
    snoozes.wake(agent, id);
    return reader.one(agent, id);
  }

  private Party party() {
    return Callers.agent(caller);
  }
}
