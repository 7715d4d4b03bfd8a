package io.dakenh.livetalk.note;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Access.Viewer;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Shows notes to those who may see the conversation, once the change is committed. It knows agents
 * only: there is no way from here to a visitor.
 */
@ApplicationScoped
class NoteDelivery {
  private final Database database;
  private final Access access;
  private final Fanout fanout;

  @Inject
  NoteDelivery(Database database, Access access, Fanout fanout) {
    this.database = database;
    this.access = access;
    this.fanout = fanout;
  }

  void afterCommit(UUID tenantId, NoteView note) {
    List<Viewer> viewers = access.viewers(tenantId, note.conversationId());
    String frame = Frames.encode(new Frames.Note(note.conversationId(), note));
    database.afterCommit(
        () -> viewers.forEach(viewer -> fanout.toAgent(tenantId, viewer.id(), frame, null)));
  }

  /** A notice of their own for those who were mentioned. */
  void mentioned(UUID tenantId, NoteView note, String visitorName, List<UUID> agentIds) {
    if (agentIds.isEmpty()) {
      return;
    }
    String frame =
        Frames.encode(
            new Frames.Mention(
                note.conversationId(),
                note.id(),
                new Frames.Named(note.author().id(), note.author().name()),
                visitorName,
                note.text() == null ? "" : note.text(),
                note.createdAt()));
    database.afterCommit(
        () -> agentIds.forEach(agentId -> fanout.toAgent(tenantId, agentId, frame, null)));
  }
}
