package io.dakenh.livetalk.contact;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationRated;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How content visitors were with a conversation, told after its end. */
@ApplicationScoped
public class Ratings {
  private final Database database;
  private final Activities activities;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  Ratings(
      Database database,
      Activities activities,
      Outbox outbox,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.activities = activities;
    this.outbox = outbox;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Rates an own conversation that is over; another rating replaces the first. */
  public void rate(Party visitor, UUID conversationId, int score, String comment) {
    UUID tenantId = visitor.tenantId();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    database.inTransaction(
        () -> {
          boolean closed =
              database
                  .first(
                      "select state = 'closed' from conversation where tenant_id = ? and id = ? and visitor_id = ? for no key update",
                      row -> row.getBoolean(1),
                      tenantId,
                      conversationId,
                      visitor.id())
                  .orElseThrow(() -> ProblemException.notFound("conversation"));
          if (!closed) {
            throw ProblemException.conflict(
                "conversation-open", "A conversation is rated when it is over.");
          }
          database.update(
              """
              insert into conversation_rating (conversation_id, tenant_id, score, comment, rated_at) values (?, ?, ?, ?, ?)
              on conflict (conversation_id) do update
              set score = excluded.score, comment = excluded.comment, rated_at = excluded.rated_at""",
              conversationId,
              tenantId,
              score,
              comment,
              at);
          database.update(
              "update conversation set version = version + 1 where tenant_id = ? and id = ?",
              tenantId,
              conversationId);
          outbox.add(
              EventCatalog.CONVERSATION_RATED,
              conversationId,
              tenantId,
              new ConversationRated(tenantId, conversationId, score, at));
          activities.by(visitor, conversationId, Activity.rated(score));
          database.afterCommit(() -> announcer.announce(tenantId, conversationId));
          return Boolean.TRUE;
        });
  }
}
