package io.dakenh.livetalk.presence;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Presence as rows. Whoever changes one agent's presence locks the agent's row first, so that
 * replicas that disagree about who is connected settle it one after the other.
 */
@ApplicationScoped
class PresenceStore {
  private final Database database;
  private final Outbox outbox;
  private final Fanout fanout;
  private final SequenceNotes notes;
  private final Clock clock;

  @Inject
  PresenceStore(Database database, Outbox outbox, Fanout fanout, SequenceNotes notes, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.fanout = fanout;
    this.notes = notes;
    this.clock = clock;
  }

  private record Row(PresenceState declared, PresenceState state, long version) {}

  /** This replica holds a socket of the agent. */
  void connected(Agent agent, UUID replicaId) {
    database.inTransaction(
        () -> {
          Row row = lock(agent);
          database.update(
              "insert into agent_socket (tenant_id, agent_id, replica_id) values (?, ?, ?) on conflict do nothing",
              agent.tenantId(),
              agent.id(),
              replicaId);
          if (row.state() == PresenceState.OFFLINE) {
            change(agent, row, row.declared(), row.declared());
          }
          return Boolean.TRUE;
        });
  }

  /** The agent said so. */
  void declared(Agent agent, PresenceState declared) {
    database.inTransaction(
        () -> {
          Row row = lock(agent);
          if (row.declared() != declared || row.state() != declared) {
            change(agent, row, declared, declared);
          }
          return Boolean.TRUE;
        });
  }

  /**
   * This replica holds no socket of the agent any more.
   *
   * @param back whether the agent came back in the meantime, asked while the row is locked
   */
  void left(Agent agent, UUID replicaId, BooleanSupplier back) {
    database.inTransaction(
        () -> {
          Row row = lock(agent);
          if (!back.getAsBoolean()) {
            database.update(
                "delete from agent_socket where tenant_id = ? and agent_id = ? and replica_id = ?",
                agent.tenantId(),
                agent.id(),
                replicaId);
            offlineUnlessConnected(agent, row);
          }
          return Boolean.TRUE;
        });
  }

  /** Agents whose sockets were held by replicas that no longer live. */
  List<Agent> stranded(Duration dead) {
    return database.list(
        """
        select s.tenant_id, s.agent_id from agent_socket s left join replica r on r.id = s.replica_id
        where r.id is null or r.beat_at < now() - make_interval(secs => ?)
        union
        select p.tenant_id, p.agent_id from agent_presence p
        where p.state <> 'offline'
          and not exists (select 1 from agent_socket s where s.tenant_id = p.tenant_id and s.agent_id = p.agent_id)
        limit 1000""",
        row -> new Agent(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        seconds(dead));
  }

  /** Forgets what dead replicas held of one agent. */
  void forgetDead(Agent agent, Duration dead) {
    database.inTransaction(
        () -> {
          Row row = lock(agent);
          database.update(
              """
              delete from agent_socket s where s.tenant_id = ? and s.agent_id = ? and not exists (
                select 1 from replica r where r.id = s.replica_id and r.beat_at >= now() - make_interval(secs => ?))""",
              agent.tenantId(),
              agent.id(),
              seconds(dead));
          offlineUnlessConnected(agent, row);
          return Boolean.TRUE;
        });
  }

  /** Whether a replica has said so within this time. */
  boolean lives(UUID replicaId, Duration dead) {
    return database
        .first(
            "select 1 from replica where id = ? and beat_at >= now() - make_interval(secs => ?)",
            row -> row.getInt(1),
            replicaId,
            seconds(dead))
        .isPresent();
  }

  /** Says that this replica lives, and drops those that have not for long. */
  void beat(UUID replicaId, Duration forget) {
    database.update(
        "insert into replica (id, beat_at) values (?, now()) on conflict (id) do update set beat_at = now()",
        replicaId);
    database.update(
        """
        delete from replica r where r.beat_at < now() - make_interval(secs => ?)
          and not exists (select 1 from agent_socket s where s.replica_id = r.id)""",
        seconds(forget));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private Row lock(Agent agent) {
    database.update(
        """
        insert into agent_presence (tenant_id, agent_id, declared, state, version, changed_at)
        values (?, ?, 'online', 'offline', 0, ?) on conflict do nothing""",
        agent.tenantId(),
        agent.id(),
        clock.instant());
    return database
        .first(
            "select declared, state, version from agent_presence where tenant_id = ? and agent_id = ? for update",
            row ->
                new Row(
                    PresenceState.of(row.getString(1)),
                    PresenceState.of(row.getString(2)),
                    row.getLong(3)),
            agent.tenantId(),
            agent.id())
        .orElseThrow();
  }

  private void offlineUnlessConnected(Agent agent, Row row) {
    boolean connected =
        database
            .first(
                "select 1 from agent_socket where tenant_id = ? and agent_id = ? limit 1",
                found -> found.getInt(1),
                agent.tenantId(),
                agent.id())
            .isPresent();
    if (!connected && row.state() != PresenceState.OFFLINE) {
      change(agent, row, row.declared(), PresenceState.OFFLINE);
    }
  }

  private void change(Agent agent, Row row, PresenceState declared, PresenceState state) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.update(
        """
        update agent_presence set declared = ?, state = ?, version = version + 1, changed_at = ?
        where tenant_id = ? and agent_id = ?""",
        declared.code(),
        state.code(),
        now,
        agent.tenantId(),
        agent.id());
    outbox.add(
        EventCatalog.AGENT_PRESENCE_CHANGED,
        agent.id(),
        agent.tenantId(),
        new AgentPresenceChanged(
            agent.tenantId(), agent.id(), state.code(), row.version() + 1, now));
    notes.agent(agent.tenantId(), agent.id());
    String frame = Frames.encode(new Frames.Presence(agent.id(), state.code()));
    database.afterCommit(() -> fanout.toAgents(agent.tenantId(), frame));
  }
}
