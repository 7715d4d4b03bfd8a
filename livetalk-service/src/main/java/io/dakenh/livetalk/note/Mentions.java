package io.dakenh.livetalk.note;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Who was mentioned where, and whether they have looked. */
@ApplicationScoped
class Mentions {
  private final Database database;
  private final Access access;
  private final NoteDelivery delivery;
  private final MentionNotices notices;
  private final Clock clock;

  @Inject
  Mentions(
      Database database,
      Access access,
      NoteDelivery delivery,
      MentionNotices notices,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.delivery = delivery;
    this.notices = notices;
    this.clock = clock;
  }

  /** Keeps exactly these mentions of a note and tells those who are new; nobody of themselves. */
  void keep(Party author, NoteView note, UUID[] people) {
    database.update(
        "delete from note_mention where tenant_id = ? and note_id = ? and not agent_id = any (?)",
        author.tenantId(),
        note.id(),
        people);
    List<UUID> added =
        database.list(
            """
            insert into note_mention (tenant_id, agent_id, conversation_id, note_id, mentioned_at)
            select ?, p.id, ?, ?, ? from unnest(?::uuid[]) as p (id) where p.id <> ?
            on conflict (tenant_id, note_id, agent_id) do nothing
            returning agent_id""",
            row -> row.getObject(1, UUID.class),
            author.tenantId(),
            note.conversationId(),
            note.id(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            people,
            author.id());
    delivery.mentioned(
        author.tenantId(), note, visitorName(author.tenantId(), note.conversationId()), added);
    notices.mentioned(author.tenantId(), note, added);
  }

  /** The agent has looked at the conversation. */
  void seen(Party agent, UUID conversationId) {
    access.require(agent, conversationId);
    database.update(
        """
        update note_mention set seen_at = ?
        where tenant_id = ? and agent_id = ? and conversation_id = ? and seen_at is null""",
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        agent.tenantId(),
        agent.id(),
        conversationId);
  }

  private String visitorName(UUID tenantId, UUID conversationId) {
    return database
        .first(
            "select v.name from conversation c join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id where c.tenant_id = ? and c.id = ?",
            row -> row.getString(1),
            tenantId,
            conversationId)
        .orElse("");
  }
}
