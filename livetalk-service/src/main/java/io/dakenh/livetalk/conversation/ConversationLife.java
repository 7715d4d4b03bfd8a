package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Colleague;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.note.Activity.Named;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a conversation after it was opened and before it is closed for good: handed on,
 * left, reopened. Who takes over is routing's decision, so each of these ends in an event for it.
 */
@ApplicationScoped
public class ConversationLife {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Database database;
  private final Access access;
  private final Directory directory;
  private final Participation participation;
  private final Sight sight;
  private final Activities activities;
  private final SequenceNotes notes;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final Duration reopenWithin;
  private final Clock clock;

  @Inject
  ConversationLife(
      Database database,
      Access access,
      Directory directory,
      Participation participation,
      Sight sight,
      Activities activities,
      SequenceNotes notes,
      Outbox outbox,
      ConversationAnnouncer announcer,
      LivetalkConfig config,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.directory = directory;
    this.participation = participation;
    this.sight = sight;
    this.activities = activities;
    this.notes = notes;
    this.outbox = outbox;
    this.announcer = announcer;
    this.reopenWithin = config.conversations().reopenWithin();
    this.clock = clock;
  }

  /** A conversation while it is locked. */
  private record Standing(
      boolean open,
      UUID visitorId,
      @Nullable UUID departmentId,
      long lastSequence,
      @Nullable Instant closedAt,
      @Nullable UUID servedBy) {}

  /** The agent goes on with a closed conversation; with an open one nothing changes. */
  public void reopen(Party agent, UUID conversationId) {
    access.require(agent, conversationId);
    UUID tenantId = agent.tenantId();
    database.inTransaction(
        () -> {
          Standing standing = lock(tenantId, conversationId);
          if (!standing.open()) {
            sight.around(
                tenantId,
                conversationId,
                () -> {
                  open(tenantId, conversationId, false);
                  participation.removeOthers(tenantId, conversationId, agent.id());
                  enter(agent.tenantId(), conversationId, agent.id(), standing);
                });
            tell(agent, conversationId, agent.id(), standing.servedBy());
          }
          return Boolean.TRUE;
        });
  }

  /**
   * The visitor wrote to a closed conversation; it goes on if it was closed not long ago.
   *
   * @return false when it stays closed
   */
  public boolean reopenFor(Party visitor, UUID conversationId) {
    UUID tenantId = visitor.tenantId();
    return database.inTransaction(
        () -> {
          Standing standing = lock(tenantId, conversationId);
          Instant earliest = now().minus(reopenWithin);
          if (!standing.visitorId().equals(visitor.id())
              || standing.closedAt() == null
              || standing.closedAt().isBefore(earliest)) {
            return standing.open() && standing.visitorId().equals(visitor.id());
          }
          sight.around(
              tenantId,
              conversationId,
              () -> {
                open(tenantId, conversationId, true);
                participation.removeOthers(tenantId, conversationId, NOBODY);
              });
          tell(visitor, conversationId, null, standing.servedBy());
          return Boolean.TRUE;
        });
  }

  private void open(UUID tenantId, UUID conversationId, boolean waiting) {
    database.update(
        """
        update conversation set state = 'open', waiting = ?, closed_at = null, closed_by = null, last_activity_at = ?, version = version + 1
        where tenant_id = ? and id = ?""",
        waiting,
        now(),
        tenantId,
        conversationId);
  }

  private void tell(
      Party who, UUID conversationId, @Nullable UUID agentId, @Nullable UUID servedBy) {
    outbox.add(
        EventCatalog.CONVERSATION_REOPENED,
        conversationId,
        who.tenantId(),
        new ConversationReopened(
            who.tenantId(),
            conversationId,
            Ids.next(),
            who.kind().code(),
            agentId,
            servedBy,
            now()));
    activities.by(who, conversationId, Activity.of("reopened"));
    changed(who.tenantId(), conversationId);
  }

  /**
   * Hands a conversation on. Who does it stays until somebody joins; the department's agents see it
   * at once.
   *
   * @param departmentId null: that of the wanted agent
   * @param wantedId to be asked first
   */
  public void transfer(
      Party agent, UUID conversationId, @Nullable UUID departmentId, @Nullable UUID wantedId) {
    access.requireParticipant(agent, conversationId);
    UUID tenantId = agent.tenantId();
    database.inTransaction(
        () -> {
          Standing standing = openOne(tenantId, conversationId);
          Target target = target(agent, standing, departmentId, wantedId);
          sight.around(
              tenantId,
              conversationId,
              () -> {
                wait(tenantId, conversationId, target.departmentId());
                participation.leaving(tenantId, conversationId, agent.id());
              });
          handOn(agent, conversationId, target.departmentId(), wantedId);
          activities.by(
              agent, conversationId, Activity.transferred(target.department(), target.wanted()));
          changed(tenantId, conversationId);
          return Boolean.TRUE;
        });
  }

  private record Target(UUID departmentId, @Nullable Named department, @Nullable Named wanted) {}

  private Target target(
      Party agent, Standing standing, @Nullable UUID departmentId, @Nullable UUID wantedId) {
    UUID tenantId = agent.tenantId();
    Named wanted = wantedId == null ? null : wanted(agent, wantedId);
    UUID chosen = departmentId;
    if (chosen == null && wantedId != null) {
      chosen = departmentOf(tenantId, wantedId, standing.departmentId());
    }
    if (chosen == null) {
      throw ProblemException.invalid(
          "/departmentId", "not-null", "A department or an agent is needed.");
    }
    Named department =
        directory
            .department(tenantId, chosen)
            .map(found -> new Named(found.id(), found.name()))
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/departmentId", "unknown", "There is no such department."));
    return new Target(chosen, department, wanted);
  }

  private Named wanted(Party agent, UUID wantedId) {
    if (wantedId.equals(agent.id())) {
      throw ProblemException.invalid("/agentId", "self", "To somebody else.");
    }
    return named(agent.tenantId(), wantedId);
  }

  private Named named(UUID tenantId, UUID agentId) {
    return directory
        .colleague(tenantId, agentId)
        .filter(Colleague::active)
        .map(one -> new Named(one.id(), one.name()))
        .orElseThrow(
            () -> ProblemException.invalid("/agentId", "unknown", "There is no such agent."));
  }

  /** The department stays where it can. */
  private UUID departmentOf(UUID tenantId, UUID wantedId, @Nullable UUID current) {
    for (UUID one : directory.departmentsOf(tenantId, wantedId)) {
      if (one.equals(current)) {
        return one;
      }
    }
    return directory
        .departmentOfAgent(tenantId, wantedId)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.RULE,
                    "agent-without-department",
                    "This person answers for no department."));
  }

  /** The last one to leave hands the conversation back to its department. */
  public void leave(Party agent, UUID conversationId) {
    access.requireParticipant(agent, conversationId);
    UUID tenantId = agent.tenantId();
    database.inTransaction(
        () -> {
          Standing standing = openOne(tenantId, conversationId);
          boolean last = participation.others(tenantId, conversationId, agent.id()) == 0;
          sight.around(
              tenantId,
              conversationId,
              () -> {
                participation.remove(tenantId, conversationId, agent.id());
                wait(tenantId, conversationId, standing.departmentId(), last);
              });
          if (last) {
            handOn(agent, conversationId, standing.departmentId(), null);
          }
          activities.by(agent, conversationId, Activity.of("left"));
          changed(tenantId, conversationId);
          return Boolean.TRUE;
        });
  }

  /** A colleague joins because an agent who takes part says so; again changes nothing. */
  public void add(Party agent, UUID conversationId, UUID colleagueId) {
    access.requireParticipant(agent, conversationId);
    UUID tenantId = agent.tenantId();
    database.inTransaction(
        () -> {
          Standing standing = openOne(tenantId, conversationId);
          Named colleague = named(tenantId, colleagueId);
          if (participation.enter(
              tenantId, conversationId, colleagueId, null, true, standing.lastSequence(), now())) {
            database.update(
                "update conversation set version = version + 1 where tenant_id = ? and id = ?",
                tenantId,
                conversationId);
            activities.by(agent, conversationId, Activity.agent("added", colleague));
            changed(tenantId, conversationId);
          }
          return Boolean.TRUE;
        });
  }

  private void wait(UUID tenantId, UUID conversationId, UUID departmentId) {
    wait(tenantId, conversationId, departmentId, true);
  }

  private void wait(
      UUID tenantId, UUID conversationId, @Nullable UUID departmentId, boolean waiting) {
    database.update(
        """
        update conversation set waiting = waiting or ?, department_id = ?, snoozed_until = null, snoozed_by = null, version = version + 1
        where tenant_id = ? and id = ?""",
        waiting,
        departmentId,
        tenantId,
        conversationId);
  }

  private void handOn(
      Party agent, UUID conversationId, @Nullable UUID departmentId, @Nullable UUID wantedId) {
    outbox.add(
        EventCatalog.CONVERSATION_TRANSFERRED,
        conversationId,
        agent.tenantId(),
        new ConversationTransferred(
            agent.tenantId(),
            conversationId,
            Ids.next(),
            departmentId,
            wantedId,
            agent.id(),
            now()));
  }

  private void enter(UUID tenantId, UUID conversationId, UUID agentId, Standing standing) {
    if (!participation.enter(
        tenantId, conversationId, agentId, null, true, standing.lastSequence(), now())) {
      participation.reopen(tenantId, conversationId, agentId);
    }
  }

  private void changed(UUID tenantId, UUID conversationId) {
    notes.conversation(tenantId, conversationId);
    database.afterCommit(() -> announcer.announce(tenantId, conversationId));
  }

  private Standing openOne(UUID tenantId, UUID conversationId) {
    Standing standing = lock(tenantId, conversationId);
    if (!standing.open()) {
      throw ProblemException.conflict("conversation-closed", "This conversation is over.");
    }
    return standing;
  }

  /** Who wrote the last answer served it. */
  private Standing lock(UUID tenantId, UUID conversationId) {
    return database
        .first(
            """
            select c.state = 'open', c.visitor_id, c.department_id, c.last_sequence, c.closed_at,
              (select m.author_id from message m
               where m.conversation_id = c.id and m.sequence = c.answered_sequence and m.author_kind = 'agent')
            from conversation c where c.tenant_id = ? and c.id = ? for no key update of c""",
            ConversationLife::standing,
            tenantId,
            conversationId)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject(5, OffsetDateTime.class);
    return new Standing(
        row.getBoolean(1),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getLong(4),
        closed == null ? null : closed.toInstant(),
        row.getObject(6, UUID.class));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
