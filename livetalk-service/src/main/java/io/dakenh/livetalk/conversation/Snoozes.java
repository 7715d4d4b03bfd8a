package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversations put off until a time. The row is the timer; a message of the visitor makes it due
 * at once, in the statement that stores the message.
 */
@ApplicationScoped
class Snoozes {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Database database;
  private final Access access;
  private final Participation participation;
  private final Activities activities;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final SnoozeAlarm alarm;
  private final Clock clock;

  @Inject
  Snoozes(
      Database database,
      Access access,
      Participation participation,
      Activities activities,
      Outbox outbox,
      ConversationAnnouncer announcer,
      SnoozeAlarm alarm,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.participation = participation;
    this.activities = activities;
    this.outbox = outbox;
    this.announcer = announcer;
    this.alarm = alarm;
    this.clock = clock;
  }

  private record Due(
      UUID tenantId,
      UUID conversationId,
      boolean byVisitor,
      @Nullable UUID snoozedBy,
      @Nullable UUID present) {}

  /** Puts it off; another time replaces the first. */
  void snooze(Party agent, UUID conversationId, Instant until) {
    access.requireParticipant(agent, conversationId);
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw ProblemException.invalid("/until", "range", "Later than now, within a year.");
    }
    Instant at = until.truncatedTo(ChronoUnit.MILLIS);
    database.inTransaction(
        () -> {
          refuseUnlessServed(agent, conversationId);
          database.update(
              """
              update conversation set snoozed_until = ?, snoozed_by = ?, snoozed_after = last_sequence, version = version + 1
              where tenant_id = ? and id = ?""",
              at,
              agent.id(),
              agent.tenantId(),
              conversationId);
          activities.by(agent, conversationId, Activity.until("snoozed", at));
          alarm.ringAfterCommit();
          database.afterCommit(() -> announcer.announceToAgents(agent.tenantId(), conversationId));
          return Boolean.TRUE;
        });
  }

  private void refuseUnlessServed(Party agent, UUID conversationId) {
    record Standing(boolean open, boolean waiting) {}
    Standing standing =
        database
            .first(
                "select state = 'open', waiting from conversation where tenant_id = ? and id = ? for no key update",
                row -> new Standing(row.getBoolean(1), row.getBoolean(2)),
                agent.tenantId(),
                conversationId)
            .orElseThrow(() -> ProblemException.notFound("conversation"));
    if (!standing.open()) {
      throw ProblemException.conflict("conversation-closed", "This conversation is over.");
    }
    if (standing.waiting()) {
      throw ProblemException.conflict(
          "conversation-waiting", "Somebody is being looked for already.");
    }
  }

  /** Comes back now; one that is not put off changes nothing. */
  void wake(Party agent, UUID conversationId) {
    access.requireParticipant(agent, conversationId);
    database.inTransaction(
        () -> {
          int woken =
              database.update(
                  """
                  update conversation set snoozed_until = null, snoozed_by = null, version = version + 1
                  where tenant_id = ? and id = ? and snoozed_until is not null""",
                  agent.tenantId(),
                  conversationId);
          if (woken > 0) {
            tell(agent, conversationId, agent.id(), agent.id());
          }
          return Boolean.TRUE;
        });
  }

  /** Wakes what is due; tells how many. */
  int wakeDue(int batch) {
    return database.inTransaction(
        () -> {
          List<Due> due =
              database.list(
                  """
                  select c.tenant_id, c.id, c.visitor_sequence > c.snoozed_after, c.snoozed_by,
                    (select p.agent_id from conversation_participant p
                     join agent_presence a on a.tenant_id = p.tenant_id and a.agent_id = p.agent_id and a.state <> 'offline'
                     where p.conversation_id = c.id
                     order by p.agent_id = c.snoozed_by desc, p.joined_at limit 1)
                  from conversation c where c.snoozed_until <= clock_timestamp()
                  order by c.snoozed_until limit ? for no key update of c skip locked""",
                  Snoozes::due,
                  batch);
          due.forEach(this::wake);
          return due.size();
        });
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class));
  }

  /** Where none of its agents is there, somebody else is looked for, and they leave then. */
  private void wake(Due due) {
    database.update(
        """
        update conversation set snoozed_until = null, snoozed_by = null, waiting = ?, version = version + 1
        where tenant_id = ? and id = ?""",
        due.present() == null,
        due.tenantId(),
        due.conversationId());
    if (due.present() == null) {
      participation.leaving(due.tenantId(), due.conversationId(), null);
    }
    Party system = new Party(PartyKind.SYSTEM, due.tenantId(), due.tenantId(), "", null, false);
    if (due.byVisitor()) {
      visitor(due).ifPresentOrElse(visitor -> tell(visitor, due), () -> tell(system, due));
    } else {
      tell(system, due);
    }
  }

  private Optional<Party> visitor(Due due) {
    return database.first(
        "select visitor_id from conversation where tenant_id = ? and id = ?",
        row ->
            new Party(
                PartyKind.VISITOR, due.tenantId(), row.getObject(1, UUID.class), "", null, false),
        due.tenantId(),
        due.conversationId());
  }

  private void tell(Party who, Due due) {
    tell(who, due.conversationId(), due.present(), due.snoozedBy());
  }

  private void tell(
      Party who, UUID conversationId, @Nullable UUID agentId, @Nullable UUID previousId) {
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
            previousId,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    activities.by(who, conversationId, Activity.of("woke"));
    database.afterCommit(() -> announcer.announceToAgents(who.tenantId(), conversationId));
  }

  /** How long until the next one is due. */
  Optional<Duration> untilNext() {
    return database.first(
        """
        select (extract(epoch from s.next - clock_timestamp()) * 1000000)::bigint
        from (select min(snoozed_until) as next from conversation where snoozed_until is not null) s
        where s.next is not null""",
        row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }
}
