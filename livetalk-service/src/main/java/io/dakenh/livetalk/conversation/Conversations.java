package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.settings.Representation;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people do inside a conversation besides writing, and what routing decides about it. */
@ApplicationScoped
public class Conversations {
  private final Database database;
  private final Outbox outbox;
  private final Fanout fanout;
  private final ConversationAnnouncer announcer;
  private final Participation participation;
  private final Sight sight;
  private final Activities activities;
  private final SequenceNotes notes;
  private final ThreadRequests threads;
  private final Clock clock;

  @Inject
  Conversations(
      Database database,
      Outbox outbox,
      Fanout fanout,
      ConversationAnnouncer announcer,
      Participation participation,
      Sight sight,
      Activities activities,
      SequenceNotes notes,
      ThreadRequests threads,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.fanout = fanout;
    this.announcer = announcer;
    this.participation = participation;
    this.sight = sight;
    this.activities = activities;
    this.notes = notes;
    this.threads = threads;
    this.clock = clock;
  }

  private record Membership(String state, UUID visitorId, UUID[] agentIds, @Nullable Face face) {
    boolean has(Party party) {
      if (party.visitor()) {
        return visitorId.equals(party.id());
      }
      for (UUID agentId : agentIds) {
        if (agentId.equals(party.id())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Closes the conversation; closing a closed one changes nothing. */
  public void close(Party party, UUID conversationId) {
    database.inTransaction(
        () -> {
          if (lockForParticipant(party, conversationId).state().equals("open")) {
            end(party, conversationId);
          }
          return Boolean.TRUE;
        });
  }

  private void end(Party party, UUID conversationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.update(
        """
        update conversation set state = 'closed', waiting = false, closed_at = ?, closed_by = ?, last_activity_at = ?,
          snoozed_until = null, snoozed_by = null, version = version + 1
        where tenant_id = ? and id = ?""",
        now,
        party.kind().code(),
        now,
        party.tenantId(),
        conversationId);
    database.update(
        "update conversation_participant set open = false, leaving = false where tenant_id = ? and conversation_id = ?",
        party.tenantId(),
        conversationId);
    outbox.add(
        EventCatalog.CONVERSATION_CLOSED,
        conversationId,
        party.tenantId(),
        new ConversationClosed(party.tenantId(), conversationId, party.kind().code(), now));
    notes.conversation(party.tenantId(), conversationId);
    activities.by(party, conversationId, Activity.of("closed"));
    database.afterCommit(() -> announcer.announce(party.tenantId(), conversationId));
  }

  /** Moves the reader's mark forward and tells the others; a mark that lies further stays. */
  public void read(Party party, UUID conversationId, long sequence, @Nullable UUID connectionId) {
    Long moved =
        party.visitor()
            ? visitorRead(party, conversationId, sequence)
            : agentRead(party, conversationId, sequence);
    Membership members = participant(party, conversationId);
    if (moved == null) {
      return;
    }
    tell(
        party,
        members,
        shown ->
            new Frames.Read(
                conversationId, new Frames.Reader(party.kind().code(), shown.id()), moved),
        connectionId);
  }

  private @Nullable Long visitorRead(Party visitor, UUID conversationId, long sequence) {
    return database
        .first(
            """
            update conversation set visitor_read_sequence = least(?, last_sequence)
            where tenant_id = ? and id = ? and visitor_id = ? and visitor_read_sequence < least(?, last_sequence)
            returning visitor_read_sequence""",
            row -> row.getLong(1),
            sequence,
            visitor.tenantId(),
            conversationId,
            visitor.id(),
            sequence)
        .orElse(null);
  }

  private @Nullable Long agentRead(Party agent, UUID conversationId, long sequence) {
    ReadMark mark = moveAgentsMark(agent, conversationId, sequence);
    if (mark != null && mark.channelled()) {
      threads.seen(agent, conversationId, mark.sequence());
    }
    return mark == null ? null : mark.sequence();
  }

  private record ReadMark(long sequence, boolean channelled) {}

  private @Nullable ReadMark moveAgentsMark(Party agent, UUID conversationId, long sequence) {
    return database
        .first(
            """
            update conversation_participant p set read_sequence = least(?, c.last_sequence)
            from conversation c
            where c.tenant_id = ? and c.id = ? and p.conversation_id = c.id and p.agent_id = ?
              and p.read_sequence < least(?, c.last_sequence)
            returning p.read_sequence, c.thread_id is not null""",
            row -> new ReadMark(row.getLong(1), row.getBoolean(2)),
            sequence,
            agent.tenantId(),
            conversationId,
            agent.id(),
            sequence)
        .orElse(null);
  }

  /** Tells the others that someone types; nothing is kept. */
  public void typing(
      Party party, UUID conversationId, boolean active, @Nullable UUID connectionId) {
    Membership members = participant(party, conversationId);
    tell(
        party,
        members,
        shown ->
            new Frames.Typing(
                conversationId,
                new Frames.Me(party.kind().code(), shown.id(), shown.name()),
                active),
        connectionId);
  }

  /** Everyone sees who did it; the visitor maybe only who stands for them. */
  private void tell(
      Party party,
      Membership members,
      Function<Face, Frames.ServerFrame> frame,
      @Nullable UUID connectionId) {
    Face self = new Face(party.id(), party.name(), party.avatarUrl());
    String toAgents = Frames.encode(frame.apply(self));
    Face face = members.face();
    String toVisitor =
        face == null || party.visitor() ? toAgents : Frames.encode(frame.apply(face));
    fanout.toVisitor(party.tenantId(), members.visitorId(), toVisitor, connectionId);
    for (UUID agentId : members.agentIds()) {
      fanout.toAgent(party.tenantId(), agentId, toAgents, connectionId);
    }
  }

  private static final String MEMBERSHIP =
      """
      select c.state, c.visitor_id,
        array(select p.agent_id from conversation_participant p where p.conversation_id = c.id), \
      """
          + Representation.COLUMNS
          + " from conversation c "
          + Representation.JOIN
          + " where c.tenant_id = ? and c.id = ?";

  private Membership participant(Party party, UUID conversationId) {
    return checked(
        party,
        database
            .first(MEMBERSHIP, Conversations::membership, party.tenantId(), conversationId)
            .orElse(null));
  }

  private Membership lockForParticipant(Party party, UUID conversationId) {
    return checked(
        party,
        database
            .first(
                MEMBERSHIP + " for no key update of c",
                Conversations::membership,
                party.tenantId(),
                conversationId)
            .orElse(null));
  }

  /** A visitor learns nothing of others' conversations, nor does anyone of another business's. */
  private static Membership checked(Party party, @Nullable Membership members) {
    if (members == null || (party.visitor() && !members.has(party))) {
      throw ProblemException.notFound("conversation");
    }
    if (!members.has(party)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "not-a-participant", "You do not take part in this conversation.");
    }
    return members;
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString(1),
        row.getObject(2, UUID.class),
        (UUID[]) row.getArray(3).getArray(),
        Representation.face(row, 4));
  }

  private record Standing(String state, boolean waiting, long lastSequence) {}

  private Optional<Standing> lock(UUID tenantId, UUID conversationId) {
    return database.first(
        "select state, waiting, last_sequence from conversation where tenant_id = ? and id = ? for no key update",
        row -> new Standing(row.getString(1), row.getBoolean(2), row.getLong(3)),
        tenantId,
        conversationId);
  }

  private boolean enter(
      UUID tenantId,
      UUID conversationId,
      UUID agentId,
      @Nullable UUID allocationId,
      Standing standing,
      Instant at) {
    return participation.enter(
        tenantId,
        conversationId,
        agentId,
        allocationId,
        standing.state().equals("open"),
        standing.lastSequence(),
        at);
  }

  /**
   * One more agent joins those who take part; the caller has checked that the agent may see it.
   * While nobody takes part it is routing that decides who is first.
   */
  public void join(Party agent, UUID conversationId) {
    database.inTransaction(
        () -> {
          Standing standing =
              lock(agent.tenantId(), conversationId)
                  .orElseThrow(() -> ProblemException.notFound("conversation"));
          if (!standing.state().equals("open")) {
            throw ProblemException.conflict("conversation-closed", "This conversation is over.");
          }
          if (standing.waiting()) {
            throw ProblemException.conflict(
                "conversation-waiting", "Nobody takes part yet: it has to be taken.");
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          if (enter(agent.tenantId(), conversationId, agent.id(), null, standing, now)) {
            database.update(
                "update conversation set version = version + 1 where tenant_id = ? and id = ?",
                agent.tenantId(),
                conversationId);
            database.afterCommit(() -> announcer.announce(agent.tenantId(), conversationId));
          }
          return Boolean.TRUE;
        });
  }

  /** An agent joined, as routing decided; the same allocation again changes nothing. */
  public void allocated(
      UUID tenantId,
      UUID conversationId,
      UUID allocationId,
      UUID agentId,
      UUID departmentId,
      Instant at) {
    Standing standing =
        lock(tenantId, conversationId).orElseThrow(() -> ProblemException.notFound("conversation"));
    if (!enter(tenantId, conversationId, agentId, allocationId, standing, at)
        && !participation.stay(tenantId, conversationId, agentId, allocationId)) {
      return;
    }
    sight.around(
        tenantId,
        conversationId,
        () -> {
          database.update(
              "update conversation set waiting = false, department_id = ?, version = version + 1 where tenant_id = ? and id = ?",
              departmentId,
              tenantId,
              conversationId);
          participation.relieved(tenantId, conversationId, agentId);
        });
    notes.conversation(tenantId, conversationId);
    database.afterCommit(() -> announcer.announce(tenantId, conversationId));
  }

  /**
   * Routing looks for an agent of this department; it may differ from what was known at the
   * opening.
   */
  public void belongsTo(UUID tenantId, UUID conversationId, UUID departmentId) {
    int moved =
        database.update(
            """
            update conversation set department_id = ?, version = version + 1
            where tenant_id = ? and id = ? and waiting and department_id is distinct from ?""",
            departmentId,
            tenantId,
            conversationId,
            departmentId);
    if (moved > 0) {
      notes.conversation(tenantId, conversationId);
      database.afterCommit(() -> announcer.announce(tenantId, conversationId));
    }
  }
}
