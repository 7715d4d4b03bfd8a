package io.dakenh.livetalk.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.livetalk.note.NoteView.Author;
import io.dakenh.livetalk.note.NoteView.Mentioned;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of notes. Changes need a transaction; each locks its conversation first. */
@ApplicationScoped
class NoteStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String SELECT =
      """
      select n.id, n.conversation_id, n.sequence, n.revision, n.kind, n.author_kind, n.author_id,
        coalesce(s.name, v.name, t.name, '') as author_name, s.avatar_url, n.body, n.activity, n.after_sequence, n.client_note_id,
        n.created_at, n.edited_at, n.deleted_at, m.ids as mention_ids, m.names as mention_names
      from conversation_note n
      left join staff s on n.author_kind = 'agent' and s.tenant_id = n.tenant_id and s.id = n.author_id
      left join visitor v on n.author_kind = 'visitor' and v.tenant_id = n.tenant_id and v.id = n.author_id
      left join tenant t on n.author_kind = 'system' and t.id = n.tenant_id
      left join lateral (
        select array_agg(ms.id order by ms.name, ms.id) as ids, array_agg(ms.name order by ms.name, ms.id) as names
        from staff ms where ms.tenant_id = n.tenant_id and ms.id = any (n.mentions)
      ) m on true
      where n.tenant_id = ?
      """;

  private final Database database;

  @Inject
  NoteStore(Database database) {
    this.database = database;
  }

  /** What is stored of a note. */
  record Draft(
      PartyKind authorKind,
      UUID authorId,
      UUID clientNoteId,
      @Nullable String text,
      UUID[] mentions,
      @Nullable Activity activity) {}

  /** The numbers the next change of a conversation's notes gets. */
  private record Numbers(long sequence, long revision, long afterSequence) {}

  Optional<NoteView> byClientId(UUID tenantId, UUID conversationId, UUID clientNoteId) {
    return database.first(
        SELECT + " and n.conversation_id = ? and n.client_note_id = ?",
        NoteStore::read,
        tenantId,
        conversationId,
        clientNoteId);
  }

  Optional<NoteView> find(UUID tenantId, UUID conversationId, UUID id) {
    return database.first(
        SELECT + " and n.conversation_id = ? and n.id = ?",
        NoteStore::read,
        tenantId,
        conversationId,
        id);
  }

  /** What changed behind a revision, in the order of the changes. */
  List<NoteView> after(UUID tenantId, UUID conversationId, long revision, int limit) {
    return database.list(
        SELECT + " and n.conversation_id = ? and n.revision > ? order by n.revision limit ?",
        NoteStore::read,
        tenantId,
        conversationId,
        revision,
        limit);
  }

  /** Locks the conversation, so that equal requests come one after the other. */
  void lock(UUID tenantId, UUID conversationId) {
    boolean found =
        database
            .first(
                "select 1 from conversation where tenant_id = ? and id = ? for no key update",
                row -> row.getInt(1),
                tenantId,
                conversationId)
            .isPresent();
    if (!found) {
      throw ProblemException.notFound("conversation");
    }
  }

  UUID insert(UUID tenantId, UUID conversationId, Draft draft, Instant now) {
    Numbers numbers = next(tenantId, conversationId, 1);
    UUID id = Ids.next();
    database.update(
        """
        insert into conversation_note (conversation_id, sequence, revision, tenant_id, id, client_note_id, kind, author_kind, author_id,
          body, activity, mentions, after_sequence, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""",
        conversationId,
        numbers.sequence(),
        numbers.revision(),
        tenantId,
        id,
        draft.clientNoteId(),
        draft.activity() == null ? "note" : "activity",
        draft.authorKind().code(),
        draft.authorId(),
        draft.text(),
        draft.activity() == null ? null : write(draft.activity()),
        draft.mentions(),
        numbers.afterSequence(),
        now);
    return id;
  }

  void edit(
      UUID tenantId, UUID conversationId, UUID id, String text, UUID[] mentions, Instant now) {
    Numbers numbers = next(tenantId, conversationId, 0);
    database.update(
        """
        update conversation_note set body = ?, mentions = ?, edited_at = ?, revision = ?
        where tenant_id = ? and conversation_id = ? and id = ?""",
        text,
        mentions,
        now,
        numbers.revision(),
        tenantId,
        conversationId,
        id);
  }

  void delete(UUID tenantId, UUID conversationId, UUID id, Instant now) {
    Numbers numbers = next(tenantId, conversationId, 0);
    database.update(
        """
        update conversation_note set body = null, mentions = '{}', deleted_at = ?, revision = ?
        where tenant_id = ? and conversation_id = ? and id = ?""",
        now,
        numbers.revision(),
        tenantId,
        conversationId,
        id);
  }

  private Numbers next(UUID tenantId, UUID conversationId, int more) {
    return database
        .first(
            """
            update conversation set note_sequence = note_sequence + ?, note_revision = note_revision + 1
            where tenant_id = ? and id = ? returning note_sequence, note_revision, last_sequence""",
            row -> new Numbers(row.getLong(1), row.getLong(2), row.getLong(3)),
            (long) more,
            tenantId,
            conversationId)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  private static String write(Activity activity) {
    try {
      return JSON.writeValueAsString(activity);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write an activity", impossible);
    }
  }

  private static NoteView read(ResultSet row) throws SQLException {
    boolean note = row.getString("kind").equals("note");
    return new NoteView(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getLong("sequence"),
        row.getLong("revision"),
        row.getString("kind"),
        new Author(
            row.getString("author_kind"),
            row.getObject("author_id", UUID.class),
            row.getString("author_name"),
            row.getString("avatar_url")),
        row.getString("body"),
        note ? mentions(row) : null,
        note ? null : activity(row.getString("activity")),
        row.getLong("after_sequence"),
        row.getObject("client_note_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "edited_at"),
        instant(row, "deleted_at"));
  }

  private static List<Mentioned> mentions(ResultSet row) throws SQLException {
    Array ids = row.getArray("mention_ids");
    if (ids == null) {
      return List.of();
    }
    UUID[] people = (UUID[]) ids.getArray();
    String[] names = (String[]) row.getArray("mention_names").getArray();
    List<Mentioned> mentions = new ArrayList<>(people.length);
    for (int i = 0; i < people.length; i++) {
      mentions.add(new Mentioned(people[i], names[i]));
    }
    return mentions;
  }

  private static Activity activity(String json) {
    try {
      return JSON.readValue(json, Activity.class);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException("an activity that cannot be read", notOurs);
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
