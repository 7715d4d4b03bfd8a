package io.dakenh.routing.allocation;

import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.platform.time.Ids;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.AllocationState.Closed;
import io.dakenh.routing.engine.AllocationState.Open;
import io.dakenh.routing.engine.AllocationState.Winner;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.engine.Wishes;
import io.dakenh.routing.roster.Roster;
import io.dakenh.routing.roster.RosterProjection;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Allocates a conversation anew that was handed on or goes on after its end: the same row begins
 * its next generation, with a new id of its binding.
 */
@ApplicationScoped
public class Reallocation {
  private static final String FIRST_TIME =
      """
      insert into allocation_restart (tenant_id, cause_id, conversation_id) values (?, ?, ?)
      on conflict (tenant_id, cause_id) do nothing""";

  /** What waits is sorted by when it began to want an agent, and that is now. */
  private static final String NEXT_GENERATION =
      """
      update allocation set generation = generation + 1, binding_id = ?, requested_department_id = ?, opened_at = ?,
                            wanted_agent_id = ?, wanted_cause = ?, avoided_agent_id = ?, previous_agent_id = null,
                            winner_id = null, winner_name = null, winner_cause = null, allocated_at = null,
                            answered_at = null
      where tenant_id = ? and id = ?""";

  private static final String RING_UNTIL =
      "update allocation set ring_until = coalesce(ring_until, total_deadline) where tenant_id = ? and id = ?";

  private static final String ADOPT =
      """
      update allocation set version = version + 1, state = 'allocated', department_id = ?, next_due = null, winner_id = ?,
                            winner_name = ?, winner_cause = ?, allocated_at = ?
      where tenant_id = ? and id = ?""";

  private final AllocationStore store;
  private final AllocationDriver driver;
  private final AllocationWriter writer;
  private final Roster roster;
  private final RosterProjection projection;
  private final Database database;

  @Inject
  Reallocation(
      AllocationStore store,
      AllocationDriver driver,
      AllocationWriter writer,
      Roster roster,
      RosterProjection projection,
      Database database) {
    this.store = store;
    this.driver = driver;
    this.writer = writer;
    this.roster = roster;
    this.projection = projection;
    this.database = database;
  }

  /** Somebody handed a conversation on. */
  public void transferred(UUID tenantId, ConversationTransferred transferred) {
    StoredAllocation allocation = known(tenantId, transferred.conversationId());
    if (allocation.state() instanceof Closed
        || !firstTime(tenantId, transferred.transferId(), transferred.conversationId())) {
      return;
    }
    UUID departmentId = departmentOf(allocation, transferred);
    Wishes wishes =
        new Wishes(transferred.wantedAgentId(), Wishes.Cause.COLLEAGUE, transferred.byAgentId());
    startOver(
        allocation,
        new Change.HandedOn(departmentId, transferred.byAgentId()),
        departmentId,
        wishes,
        transferred.transferredAt());
  }

  /** A conversation goes on that was over. */
  public void reopened(UUID tenantId, ConversationReopened reopened) {
    StoredAllocation allocation = known(tenantId, reopened.conversationId());
    UUID agentId = reopened.agentId();
    boolean goesOn =
        allocation.state() instanceof Open
            ? agentId == null
            : allocation.state() instanceof Allocated allocated
                && allocated.winner().agentId().equals(agentId);
    if (goesOn || !firstTime(tenantId, reopened.reopeningId(), reopened.conversationId())) {
      return;
    }
    UUID departmentId = allocation.wantedDepartmentId();
    startOver(
        allocation,
        new Change.Reopened(departmentId, reopened.reopenedBy()),
        departmentId,
        new Wishes(reopened.previousAgentId(), Wishes.Cause.PREVIOUS, null),
        reopened.reopenedAt());
    if (agentId != null) {
      adopt(allocation, agentId);
    }
  }

  /** Whoever has it went away without a word. */
  void takenBack(StoredAllocation allocation, UUID agentId) {
    UUID departmentId = allocation.wantedDepartmentId();
    startOver(
        allocation,
        new Change.TakenBack(departmentId, agentId),
        departmentId,
        new Wishes(null, Wishes.Cause.VISITOR, agentId),
        allocation.now());
  }

  /** A claim came to nothing: the call rings on, with whoever made it asked last. */
  void rungOn(StoredAllocation call, UUID claimId, UUID agentId) {
    if (!(call.state() instanceof Allocated)
        || !call.bindingId().equals(claimId)
        || !firstTime(call.tenantId(), claimId, call.conversationId())) {
      return;
    }
    database.update(RING_UNTIL, call.tenantId(), call.id());
    UUID departmentId = call.wantedDepartmentId();
    startOver(
        call,
        new Change.TakenBack(departmentId, agentId),
        departmentId,
        new Wishes(null, Wishes.Cause.VISITOR, agentId),
        call.openedAt());
  }

  /** Events of one conversation come in order, so it was opened before. */
  private StoredAllocation known(UUID tenantId, UUID conversationId) {
    return store
        .lockByConversation(tenantId, conversationId)
        .orElseThrow(() -> new IllegalArgumentException("the conversation was never opened"));
  }

  private boolean firstTime(UUID tenantId, UUID causeId, UUID conversationId) {
    return database.update(FIRST_TIME, tenantId, causeId, conversationId) > 0;
  }

  /** The one named, or where the wanted agent is asked, or where it is. */
  private @Nullable UUID departmentOf(
      StoredAllocation allocation, ConversationTransferred transferred) {
    UUID present = allocation.wantedDepartmentId();
    UUID wanted = transferred.wantedAgentId();
    if (transferred.departmentId() != null) {
      return transferred.departmentId();
    }
    if (wanted == null
        || (present != null && roster.listed(allocation.tenantId(), present, wanted))) {
      return present;
    }
    return roster.departmentOf(allocation.tenantId(), wanted).orElse(present);
  }

  private void startOver(
      StoredAllocation allocation,
      Change why,
      @Nullable UUID departmentId,
      Wishes wishes,
      Instant at) {
    writer.write(
        new Decided(
            allocation,
            driver
                .engine()
                .startOver(allocation.state(), allocation.offers(), why, allocation.now()),
            ""));
    database.update(
        NEXT_GENERATION,
        Ids.next(),
        departmentId,
        at,
        wishes.wanted(),
        wishes.wanted() == null ? null : wishes.cause().label(),
        wishes.avoided(),
        allocation.tenantId(),
        allocation.id());
    if (allocation.call() == null && allocation.state() instanceof Allocated allocated) {
      projection.freed(allocation.tenantId(), allocated.winner().agentId());
    }
  }

  /** Whoever reopened it serves it: it counts as theirs, and nobody is asked. */
  private void adopt(StoredAllocation allocation, UUID agentId) {
    UUID departmentId =
        roster
            .serving(allocation.tenantId(), allocation.wantedDepartmentId(), true)
            .map(Team::departmentId)
            .orElseThrow(() -> new IllegalArgumentException("the business has no department"));
    database.update(
        ADOPT,
        departmentId,
        agentId,
        roster.name(allocation.tenantId(), agentId),
        Winner.BY_REOPENING,
        allocation.now(),
        allocation.tenantId(),
        allocation.id());
    writer.step(
        allocation,
        new Change.Joined(
            departmentId,
            new Winner(
                agentId,
                roster.name(allocation.tenantId(), agentId),
                Winner.BY_REOPENING,
                allocation.now())));
  }
}
