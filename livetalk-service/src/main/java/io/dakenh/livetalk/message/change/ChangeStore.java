package io.dakenh.livetalk.message.change;

import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.settings.Representation;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of messages that are changed. All of it runs inside the caller's transaction. */
@ApplicationScoped
class ChangeStore {
  /** How long authors may change what they wrote, by the server's clock. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Different emoji of all people on one message. */
  private static final int MOST_REACTIONS = 60;

  private final Database database;

  @Inject
  ChangeStore(Database database) {
    this.database = database;
  }

  /** The conversation, locked. */
  record Place(
      UUID conversationId,
      long epoch,
      long revision,
      long lastSequence,
      UUID visitorId,
      @Nullable UUID departmentId,
      UUID[] agentIds,
      @Nullable Face face) {}

  /** The message, as far as it matters whether it may be changed. */
  record Target(
      String authorKind,
      UUID authorId,
      String text,
      Instant sentAt,
      boolean deleted,
      boolean carriesFiles) {

    void checkAuthor(Party party) {
      if (!authorId.equals(party.id()) || !authorKind.equals(party.kind().code())) {
        throw ProblemException.of(
            ProblemKind.FORBIDDEN, "not-the-author", "Only its author may change a message.");
      }
    }

    void checkThere() {
      if (deleted) {
        throw ProblemException.conflict("message-deleted", "This message was deleted.");
      }
    }

    void checkYoung(Instant now) {
      if (now.isAfter(sentAt.plus(WINDOW))) {
        throw ProblemException.rule(
            "message-too-old", "A message can be changed for 15 minutes only.");
      }
    }

    void checkNotEmptied(String newText) {
      if (newText.isEmpty() && !carriesFiles) {
        throw ProblemException.of(
            ProblemKind.INVALID, "message-empty", "A message needs at least one character.");
      }
    }
  }

  /** The conversation, if this person takes part in it and it is open. */
  Place lock(Party party, UUID conversationId) {
    record Locked(Place place, boolean open, boolean blocked, boolean channelled) {}
    Locked locked =
        database
            .first(
                "select c.id, c.epoch, c.revision, c.last_sequence, c.visitor_id, c.department_id,"
                    + " array(select p.agent_id from conversation_participant p where p.conversation_id = c.id),"
                    + " c.state = 'open', coalesce(c.blocked_until > statement_timestamp(), false), "
                    + Representation.COLUMNS
                    + ", c.thread_id is not null"
                    + " from conversation c "
                    + Representation.JOIN
                    + " where c.tenant_id = ? and c.id = ? for no key update of c",
                row ->
                    new Locked(
                        place(row), row.getBoolean(8), row.getBoolean(9), row.getBoolean(13)),
                party.tenantId(),
                conversationId)
            .filter(found -> !party.visitor() || found.place().visitorId().equals(party.id()))
            .orElseThrow(() -> ProblemException.notFound("conversation"));
    if (!party.visitor() && !takesPart(party, locked.place())) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "not-a-participant", "You do not take part in this conversation.");
    }
    if (party.visitor() && locked.blocked()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "visitor-blocked", "You cannot write here at the moment.");
    }
    if (locked.channelled()) {
      throw ProblemException.conflict(
          "not-on-this-channel", "What was sent by this channel cannot be changed here.");
    }
    if (!locked.open()) {
      throw ProblemException.conflict("conversation-closed", "This conversation is closed.");
    }
    return locked.place();
  }

  /** The conversation, whoever takes part and whether it is open or not. */
  Optional<Place> lock(UUID tenantId, UUID conversationId) {
    return database.first(
        "select c.id, c.epoch, c.revision, c.last_sequence, c.visitor_id, c.department_id,"
            + " array(select p.agent_id from conversation_participant p where p.conversation_id = c.id),"
            + " true, false, "
            + Representation.COLUMNS
            + " from conversation c "
            + Representation.JOIN
            + " where c.tenant_id = ? and c.id = ? for no key update of c",
        ChangeStore::place,
        tenantId,
        conversationId);
  }

  /** Nobody knows which emoji it was. */
  boolean takeBackAll(UUID tenantId, UUID conversationId, long sequence, String kind, UUID by) {
    return database.update(
            """
            delete from message_reaction
            where tenant_id = ? and conversation_id = ? and sequence = ? and reactor_kind = ? and reactor_id = ?""",
            tenantId,
            conversationId,
            sequence,
            kind,
            by)
        > 0;
  }

  private static boolean takesPart(Party agent, Place place) {
    for (UUID agentId : place.agentIds()) {
      if (agentId.equals(agent.id())) {
        return true;
      }
    }
    return false;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        (UUID[]) row.getArray(7).getArray(),
        Representation.face(row, 10));
  }

  Target target(UUID tenantId, UUID conversationId, long sequence) {
    return database
        .first(
            """
            select author_kind, author_id, body, sent_at, deleted_at is not null, attachment_ids is not null
            from message where tenant_id = ? and conversation_id = ? and sequence = ?""",
            row ->
                new Target(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getBoolean(5),
                    row.getBoolean(6)),
            tenantId,
            conversationId,
            sequence)
        .orElseThrow(() -> ProblemException.notFound("message"));
  }

  void edit(UUID tenantId, MessageChange.Edit edit, Instant now) {
    database.update(
        "update message set body = ?, edited_at = ? where tenant_id = ? and conversation_id = ? and sequence = ?",
        edit.text(),
        now,
        tenantId,
        edit.conversationId(),
        edit.sequence());
  }

  /** Its words, its files and what it answered are gone, its place is kept. */
  void delete(UUID tenantId, MessageChange.Delete delete, Instant now) {
    database.update(
        """
        update message set body = '', attachment_ids = null, reply_to = null, edited_at = null, deleted_at = ?
        where tenant_id = ? and conversation_id = ? and sequence = ?""",
        now,
        tenantId,
        delete.conversationId(),
        delete.sequence());
    database.update(
        "update attachment set released_at = ? where tenant_id = ? and conversation_id = ? and sequence = ?",
        now,
        tenantId,
        delete.conversationId(),
        delete.sequence());
    database.update(
        "delete from message_reaction where tenant_id = ? and conversation_id = ? and sequence = ?",
        tenantId,
        delete.conversationId(),
        delete.sequence());
  }

  /** False when it is there already. */
  boolean react(Party party, MessageChange.React react, Instant now) {
    long there =
        database
            .first(
                "select count(*) from message_reaction where tenant_id = ? and conversation_id = ? and sequence = ?",
                row -> row.getLong(1),
                party.tenantId(),
                react.conversationId(),
                react.sequence())
            .orElse(0L);
    if (there >= MOST_REACTIONS) {
      throw ProblemException.rule(
          "reaction-limit-reached", "This message has very many reactions already.");
    }
    return database.update(
            """
            insert into message_reaction (tenant_id, conversation_id, sequence, reactor_kind, reactor_id, emoji, reacted_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            party.tenantId(),
            react.conversationId(),
            react.sequence(),
            party.kind().code(),
            party.id(),
            react.emoji(),
            now)
        > 0;
  }

  /** False when it was not there. */
  boolean takeBack(Party party, MessageChange.React react) {
    return database.update(
            """
            delete from message_reaction
            where tenant_id = ? and conversation_id = ? and sequence = ? and reactor_kind = ? and reactor_id = ? and emoji = ?""",
            party.tenantId(),
            react.conversationId(),
            react.sequence(),
            party.kind().code(),
            party.id(),
            react.emoji())
        > 0;
  }

  /** Counts the change; the new revision. */
  long revise(UUID tenantId, UUID conversationId, long sequence) {
    long revision =
        database
            .first(
                "update conversation set revision = revision + 1 where tenant_id = ? and id = ? returning revision",
                row -> row.getLong(1),
                tenantId,
                conversationId)
            .orElseThrow();
    database.update(
        "update message set revision = ? where tenant_id = ? and conversation_id = ? and sequence = ?",
        revision,
        tenantId,
        conversationId,
        sequence);
    return revision;
  }
}
