package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.sequence.note.NoteKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works notes off: begins to watch whoever waits, and makes due what a change concerns. Either a
 * look saw the change, or the note comes after the look: simultaneous changes cannot miss each
 * other.
 */
@ApplicationScoped
class NoteRunner {
  private static final int BATCH = 256;

  private static final String FETCH =
      """
      delete from sequence_note where id in (
        select id from sequence_note where (kind = 'waiting') = ? order by id limit ? for update skip locked)
      returning tenant_id, kind, subject_id, streak, noted_at""";

  /** In the order of the ids, so that two runners never wait for each other in a circle. */
  private static final String BEGIN =
      """
      insert into sequence_watch (conversation_id, tenant_id, streak, since, next_due)
      select n.conversation_id, n.tenant_id, n.streak, n.since, clock_timestamp()
      from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[]) as n (conversation_id, tenant_id, streak, since)
      order by n.conversation_id
      on conflict (conversation_id) do update
      set streak = excluded.streak, since = excluded.since, next_due = excluded.next_due
      where sequence_watch.streak < excluded.streak""";

  private static final String TOUCH =
      """
      with concerned as (
        select c.id from unnest(?::uuid[]) as c (id)
        union
        select w.conversation_id
        from unnest(?::uuid[], ?::uuid[]) as a (tenant_id, id)
        join department d on d.tenant_id = a.tenant_id and a.id = any (d.agent_ids)
        join sequence_watch w on w.tenant_id = a.tenant_id
        join conversation c on c.id = w.conversation_id
        where c.department_id = d.id or (c.department_id is null and d.default_department)
        union
        select w.conversation_id
        from unnest(?::uuid[], ?::uuid[]) as d (tenant_id, id)
        join sequence_watch w on w.tenant_id = d.tenant_id
        join conversation c on c.id = w.conversation_id
        where c.department_id = d.id or c.department_id is null
        union
        select w.conversation_id from sequence_watch w where w.tenant_id = any (?)
      ), touched as (
        select w.conversation_id from sequence_watch w join concerned n on n.id = w.conversation_id
        order by w.conversation_id for update of w
      )
      update sequence_watch w set next_due = clock_timestamp()
      from touched t where w.conversation_id = t.conversation_id""";

  private final Database database;
  private final SequencePlans plans;

  @Inject
  NoteRunner(Database database, SequencePlans plans) {
    this.database = database;
    this.plans = plans;
  }

  private record Note(
      UUID tenantId, NoteKind kind, UUID subjectId, @Nullable Long streak, Instant notedAt) {}

  /** Works a batch off; false when there was nothing. */
  boolean runSome() {
    return database.first("select 1 from sequence_note limit 1", row -> row.getInt(1)).isPresent()
        && fetchAndRun();
  }

  private boolean fetchAndRun() {
    boolean began =
        database.inTransaction(
            () -> {
              List<Note> notes = fetch(true);
              begin(notes);
              return !notes.isEmpty();
            });
    boolean touched =
        database.inTransaction(
            () -> {
              List<Note> notes = fetch(false);
              subjects(notes, NoteKind.SETTINGS).sorted().distinct().forEach(plans::adopt);
              touch(notes);
              return !notes.isEmpty();
            });
    return began || touched;
  }

  private List<Note> fetch(boolean waiting) {
    return database.list(FETCH, NoteRunner::note, waiting, BATCH);
  }

  private static Note note(ResultSet row) throws SQLException {
    return new Note(
        row.getObject(1, UUID.class),
        NoteKind.of(row.getString(2)),
        row.getObject(3, UUID.class),
        row.getObject(4, Long.class),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }

  /** Of several streaks of one conversation only the newest is still to come. */
  private void begin(List<Note> notes) {
    Map<UUID, Note> newest = new TreeMap<>();
    for (Note note : notes) {
      newest.merge(note.subjectId(), note, NoteRunner::later);
    }
    Collection<Note> begun = newest.values();
    if (!begun.isEmpty()) {
      database.update(
          BEGIN,
          begun.stream().map(Note::subjectId).toArray(UUID[]::new),
          begun.stream().map(Note::tenantId).toArray(UUID[]::new),
          begun.stream().map(Note::streak).toArray(Long[]::new),
          begun.stream().map(note -> note.notedAt().toString()).toArray(String[]::new));
    }
  }

  private static Note later(Note one, Note other) {
    return streak(one) >= streak(other) ? one : other;
  }

  private static long streak(Note note) {
    Long streak = note.streak();
    return streak == null ? 0 : streak;
  }

  private void touch(List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    database.update(
        TOUCH,
        subjects(notes, NoteKind.CONVERSATION).toArray(UUID[]::new),
        tenants(notes, NoteKind.AGENT),
        subjects(notes, NoteKind.AGENT).toArray(UUID[]::new),
        tenants(notes, NoteKind.DEPARTMENT),
        subjects(notes, NoteKind.DEPARTMENT).toArray(UUID[]::new),
        subjects(notes, NoteKind.SETTINGS).toArray(UUID[]::new));
  }

  private static Stream<UUID> subjects(List<Note> notes, NoteKind kind) {
    return notes.stream().filter(note -> note.kind() == kind).map(Note::subjectId);
  }

  private static UUID[] tenants(List<Note> notes, NoteKind kind) {
    return notes.stream()
        .filter(note -> note.kind() == kind)
        .map(Note::tenantId)
        .toArray(UUID[]::new);
  }
}
