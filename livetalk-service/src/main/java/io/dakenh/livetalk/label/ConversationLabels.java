package io.dakenh.livetalk.label;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Labels put on conversations and taken off again, by whoever may see them. */
@ApplicationScoped
class ConversationLabels {
  private final Database database;
  private final Access access;
  private final Labels labels;
  private final Activities activities;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  ConversationLabels(
      Database database,
      Access access,
      Labels labels,
      Activities activities,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.labels = labels;
    this.activities = activities;
    this.announcer = announcer;
    this.clock = clock;
  }

  void add(Party agent, UUID conversationId, UUID labelId) {
    change(
        agent,
        conversationId,
        labelId,
        "labelled",
        () ->
            database.update(
                """
                insert into conversation_label (tenant_id, conversation_id, label_id, added_at) values (?, ?, ?, ?)
                on conflict (conversation_id, label_id) do nothing""",
                agent.tenantId(),
                conversationId,
                labelId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  void remove(Party agent, UUID conversationId, UUID labelId) {
    change(
        agent,
        conversationId,
        labelId,
        "unlabelled",
        () ->
            database.update(
                "delete from conversation_label where tenant_id = ? and conversation_id = ? and label_id = ?",
                agent.tenantId(),
                conversationId,
                labelId));
  }

  private interface Change {
    int rows();
  }

  /** Doing it again changes nothing. */
  private void change(Party agent, UUID conversationId, UUID labelId, String kind, Change change) {
    access.require(agent, conversationId);
    UUID tenantId = agent.tenantId();
    LabelView label =
        labels.find(tenantId, labelId).orElseThrow(() -> ProblemException.notFound("label"));
    database.inTransaction(
        () -> {
          database.first(
              "select 1 from conversation where tenant_id = ? and id = ? for no key update",
              row -> row.getInt(1),
              tenantId,
              conversationId);
          if (change.rows() > 0) {
            database.update(
                "update conversation set version = version + 1 where tenant_id = ? and id = ?",
                tenantId,
                conversationId);
            activities.by(
                agent,
                conversationId,
                Activity.label(kind, new Activity.Named(label.id(), label.name())));
            database.afterCommit(() -> announcer.announceToAgents(tenantId, conversationId));
          }
          return Boolean.TRUE;
        });
  }
}
