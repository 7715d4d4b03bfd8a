package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Access.Viewer;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the desks of those who lose sight of a conversation that it is gone for them. */
@ApplicationScoped
class Sight {
  private final Database database;
  private final Access access;
  private final Fanout fanout;

  @Inject
  Sight(Database database, Access access, Fanout fanout) {
    this.database = database;
    this.access = access;
    this.fanout = fanout;
  }

  /** Makes a change in the current transaction and compares who sees the conversation. */
  void around(UUID tenantId, UUID conversationId, Runnable change) {
    Set<UUID> lost = new HashSet<>(viewers(tenantId, conversationId));
    change.run();
    lost.removeAll(viewers(tenantId, conversationId));
    if (!lost.isEmpty()) {
      String frame = Frames.encode(new Frames.ConversationGone(conversationId));
      database.afterCommit(
          () -> lost.forEach(agentId -> fanout.toAgent(tenantId, agentId, frame, null)));
    }
  }

  private Set<UUID> viewers(UUID tenantId, UUID conversationId) {
    return access.viewers(tenantId, conversationId).stream()
        .map(Viewer::id)
        .collect(Collectors.toSet());
  }
}
