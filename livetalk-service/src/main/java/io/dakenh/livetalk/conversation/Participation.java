package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who takes part in conversations; changes need a transaction that holds the conversation. */
@ApplicationScoped
class Participation {
  private final Database database;
  private final Activities activities;

  @Inject
  Participation(Database database, Activities activities) {
    this.database = database;
    this.activities = activities;
  }

  /** False when the agent takes part already. */
  boolean enter(
      UUID tenantId,
      UUID conversationId,
      UUID agentId,
      @Nullable UUID allocationId,
      boolean open,
      long joinedAfter,
      Instant at) {
    return database.update(
            """
            insert into conversation_participant (tenant_id, conversation_id, agent_id, allocation_id, open, joined_at, joined_after)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (conversation_id, agent_id) do nothing""",
            tenantId,
            conversationId,
            agentId,
            allocationId,
            open,
            at,
            joinedAfter)
        > 0;
  }

  /** Whoever takes part already stays, by another allocation; the same one changes nothing. */
  boolean stay(UUID tenantId, UUID conversationId, UUID agentId, @Nullable UUID allocationId) {
    return database.update(
            """
            update conversation_participant set allocation_id = ?, leaving = false
            where tenant_id = ? and conversation_id = ? and agent_id = ? and allocation_id is distinct from ?""",
            allocationId,
            tenantId,
            conversationId,
            agentId,
            allocationId)
        > 0;
  }

  /** Takes part again after the end. */
  void reopen(UUID tenantId, UUID conversationId, UUID agentId) {
    database.update(
        """
        update conversation_participant set open = true, leaving = false
        where tenant_id = ? and conversation_id = ? and agent_id = ?""",
        tenantId,
        conversationId,
        agentId);
  }

  /** Leaves as soon as somebody else joins; null: all of them. */
  void leaving(UUID tenantId, UUID conversationId, @Nullable UUID agentId) {
    database.update(
        """
        update conversation_participant set leaving = true
        where tenant_id = ? and conversation_id = ? and (?::uuid is null or agent_id = ?)""",
        tenantId,
        conversationId,
        agentId,
        agentId);
  }

  /** Somebody joined: those who waited for it leave, and their colleagues read so. */
  void relieved(UUID tenantId, UUID conversationId, UUID joinedId) {
    for (UUID agentId : removed(tenantId, conversationId, "leaving and agent_id <> ?", joinedId)) {
      activities.by(
          new Party(PartyKind.AGENT, tenantId, agentId, "", null, false),
          conversationId,
          Activity.of("left"));
    }
  }

  /** One agent takes part no more. */
  void remove(UUID tenantId, UUID conversationId, UUID agentId) {
    removed(tenantId, conversationId, "agent_id = ?", agentId);
  }

  /** Nobody but this agent takes part any more. */
  void removeOthers(UUID tenantId, UUID conversationId, UUID agentId) {
    removed(tenantId, conversationId, "agent_id <> ?", agentId);
  }

  /** How many take part and are not about to leave, besides this agent. */
  int others(UUID tenantId, UUID conversationId, UUID agentId) {
    return database
        .first(
            """
            select count(*) from conversation_participant
            where tenant_id = ? and conversation_id = ? and agent_id <> ? and not leaving""",
            row -> row.getInt(1),
            tenantId,
            conversationId,
            agentId)
        .orElse(0);
  }

  /** What they had read stays read. */
  private List<UUID> removed(UUID tenantId, UUID conversationId, String who, UUID agentId) {
    record Gone(UUID agentId, long read) {}
    List<Gone> gone =
        database.list(
            "delete from conversation_participant where tenant_id = ? and conversation_id = ? and "
                + who
                + " returning agent_id, read_sequence",
            row -> new Gone(row.getObject(1, UUID.class), row.getLong(2)),
            tenantId,
            conversationId,
            agentId);
    if (!gone.isEmpty()) {
      database.update(
          "update conversation set agents_read_sequence = greatest(agents_read_sequence, ?) where tenant_id = ? and id = ?",
          gone.stream().mapToLong(Gone::read).max().orElse(0),
          tenantId,
          conversationId);
    }
    return gone.stream().map(Gone::agentId).toList();
  }
}
