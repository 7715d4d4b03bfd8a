package io.dakenh.livetalk.sequence.note;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leaves notes in the current transaction, and only for businesses whose automatic messages are
 * switched on. Messages leave theirs in the statement that stores them.
 */
@ApplicationScoped
public class SequenceNotes {
  private static final String LEAVE =
      """
      insert into sequence_note (tenant_id, kind, subject_id, streak)
      select ?::uuid, ?, ?::uuid, ?::bigint where exists (select 1 from sequence_plan where tenant_id = ? and active)""";

  private final Database database;
  private final Alarm alarm;

  @Inject
  SequenceNotes(Database database, Alarm alarm) {
    this.database = database;
    this.alarm = alarm;
  }

  /** A conversation began: its visitor waits. */
  public void opened(UUID tenantId, UUID conversationId) {
    leave(tenantId, NoteKind.WAITING, conversationId, 0L);
  }

  /** A conversation was closed, or belongs to another department. */
  public void conversation(UUID tenantId, UUID conversationId) {
    leave(tenantId, NoteKind.CONVERSATION, conversationId, null);
  }

  /** A person came, went, or may no longer work. */
  public void agent(UUID tenantId, UUID agentId) {
    leave(tenantId, NoteKind.AGENT, agentId, null);
  }

  /** A department has other people, or is no more. */
  public void department(UUID tenantId, UUID departmentId) {
    leave(tenantId, NoteKind.DEPARTMENT, departmentId, null);
  }

  /** The owner published other automatic messages. */
  public void settings(UUID tenantId) {
    database.update(
        "insert into sequence_note (tenant_id, kind, subject_id) values (?, ?, ?)",
        tenantId,
        NoteKind.SETTINGS.code(),
        tenantId);
    alarm.ringAfterCommit();
  }

  private void leave(UUID tenantId, NoteKind kind, UUID subjectId, @Nullable Long streak) {
    if (database.update(LEAVE, tenantId, kind.code(), subjectId, streak, tenantId) > 0) {
      alarm.ringAfterCommit();
    }
  }
}
