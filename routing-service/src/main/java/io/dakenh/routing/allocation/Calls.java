package io.dakenh.routing.allocation;

import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallLeft;
import io.dakenh.contracts.livetalk.CallRungOn;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.routing.allocation.AllocationDriver.Lookups;
import io.dakenh.routing.engine.AllocationState.Waiting;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.Claim;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.roster.Roster;
import io.dakenh.routing.roster.RosterProjection;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What happens to calls. They ring by the same engine as conversations are offered by; what differs
 * is that a claim is provisional until livetalk says that media flows, that nobody is in two calls,
 * and that nothing waits in a queue.
 */
@ApplicationScoped
public class Calls {
  private static final String LEFT =
      "delete from agent_call where tenant_id = ? and call_id = ? and agent_id = ?";

  private static final String ALL_LEFT =
      "delete from agent_call where tenant_id = ? and call_id = ? returning agent_id";

  private static final String CONVERSATION =
      "select call_conversation_id from allocation where tenant_id = ? and conversation_id = ? and kind = 'call'";

  /** The call is over, and nobody took the conversation: now people are asked about it. */
  private static final String RELEASE =
      """
      update allocation set held_by_call = null,
                            next_due = case when state = 'waiting' then clock_timestamp() else next_due end
      where tenant_id = ? and held_by_call = ?""";

  private final AllocationStore store;
  private final AllocationDriver driver;
  private final AllocationWriter writer;
  private final Reallocation reallocation;
  private final Capacity capacity;
  private final Roster roster;
  private final RosterProjection projection;
  private final Database database;
  private final Alarm alarm;

  @Inject
  Calls(
      AllocationStore store,
      AllocationDriver driver,
      AllocationWriter writer,
      Reallocation reallocation,
      Capacity capacity,
      Roster roster,
      RosterProjection projection,
      Database database,
      Alarm alarm) {
    this.store = store;
    this.driver = driver;
    this.writer = writer;
    this.reallocation = reallocation;
    this.capacity = capacity;
    this.roster = roster;
    this.projection = projection;
    this.database = database;
    this.alarm = alarm;
  }

  /** A call rings. Whoever calls a visitor back is busy from now on. */
  public void started(UUID tenantId, CallStarted started) {
    if (!store.add(tenantId, started)) {
      return;
    }
    UUID caller = started.startedByAgentId();
    if (caller == null) {
      writer.opened(tenantId, started.callId(), started.startedAt(), started.departmentId());
    } else {
      capacity.inCall(tenantId, caller, started.callId());
    }
  }

  /** Media flows. A conversation nobody has goes to whoever talks to its visitor already. */
  public void joined(UUID tenantId, CallJoined joined) {
    capacity.inCall(tenantId, joined.agentId(), joined.callId());
    database
        .first(CONVERSATION, row -> row.id("call_conversation_id"), tenantId, joined.callId())
        .flatMap(conversationId -> store.lockByConversation(tenantId, conversationId))
        .ifPresent(conversation -> adopt(conversation, joined.agentId()));
  }

  private void adopt(StoredAllocation found, UUID agentId) {
    StoredAllocation conversation =
        found.state() instanceof Waiting waiting ? begun(found, waiting) : found;
    Claim claim =
        driver
            .engine()
            .joinByCall(
                conversation.state(),
                conversation.offers(),
                agentId,
                roster.name(conversation.tenantId(), agentId),
                conversation.now());
    if (claim instanceof Claim.Won(Decision decision)) {
      writer.write(driver.decided(conversation, decision, null));
    }
  }

  /** Nobody was asked about it yet; whose it is now belongs to a department all the same. */
  private StoredAllocation begun(StoredAllocation conversation, Waiting waiting) {
    Team team = driver.team(conversation, new Lookups());
    if (team == null) {
      return conversation;
    }
    Decision begun =
        new Decision(
            waiting.start(team, conversation.now()),
            conversation.offers(),
            List.of(new Change.Started(team.departmentId())),
            null,
            Set.of());
    writer.write(driver.decided(conversation, begun, team));
    return store.lock(conversation.tenantId(), conversation.id()).orElseThrow();
  }

  /** An agent left a call that goes on. */
  public void left(UUID tenantId, CallLeft left) {
    leave(tenantId, left.callId(), left.agentId());
  }

  /** Nobody came of a claim: the call rings on. */
  public void rungOn(UUID tenantId, CallRungOn event) {
    Optional<StoredAllocation> call = store.lockByConversation(tenantId, event.callId());
    leave(tenantId, event.callId(), event.agentId());
    call.ifPresent(found -> reallocation.rungOn(found, event.claimId(), event.agentId()));
  }

  private void leave(UUID tenantId, UUID callId, UUID agentId) {
    if (database.update(LEFT, tenantId, callId, agentId) > 0) {
      projection.callOver(tenantId, agentId);
    }
  }

  /** The call is over: nobody is asked about it any more, and who was in it is free. */
  public void ended(UUID tenantId, CallEnded ended) {
    store
        .lockByConversation(tenantId, ended.callId())
        .ifPresent(
            call -> {
              Decision decision = driver.engine().close(call.state(), call.offers(), call.now());
              if (!decision.changes().isEmpty()) {
                writer.write(driver.decided(call, decision, null));
              }
            });
    database
        .query(ALL_LEFT, row -> row.id("agent_id"), tenantId, ended.callId())
        .forEach(agentId -> projection.callOver(tenantId, agentId));
    if (database.update(RELEASE, tenantId, ended.callId()) > 0) {
      alarm.ringAfterCommit();
    }
  }
}
