package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Shows a changed conversation to its visitor, its agents and those who see its department's list.
 */
@ApplicationScoped
public class ConversationAnnouncer {
  private static final Logger LOG = Logger.getLogger(ConversationAnnouncer.class);

  private final ConversationRepository conversations;
  private final Directory directory;
  private final Fanout fanout;

  @Inject
  ConversationAnnouncer(ConversationRepository conversations, Directory directory, Fanout fanout) {
    this.conversations = conversations;
    this.directory = directory;
    this.fanout = fanout;
  }

  /**
   * Runs after the commit, on a thread of its own: the change stands, showing it can only be late.
   */
  public void announce(UUID tenantId, UUID conversationId) {
    Thread.ofVirtual()
        .name("announce")
        .start(() -> show(tenantId, conversationId, this::showEveryone));
  }

  /** The same for what is none of the visitor's business. */
  public void announceToAgents(UUID tenantId, UUID conversationId) {
    Thread.ofVirtual()
        .name("announce")
        .start(() -> show(tenantId, conversationId, this::showAgents));
  }

  private void show(UUID tenantId, UUID conversationId, Consumer<Conversation> way) {
    try {
      conversations.find(tenantId, conversationId).ifPresent(way);
    } catch (ProblemException away) {
      LOG.warnf("%s is shown with its next change: %s", conversationId, away.code());
    }
  }

  private void showEveryone(Conversation conversation) {
    UUID tenantId = conversation.tenantId();
    fanout.toVisitor(
        tenantId,
        conversation.visitor().id(),
        Frames.encode(new Frames.Conversation(conversation.seenByVisitor())),
        null);
    showAgents(conversation);
  }

  private void showAgents(Conversation conversation) {
    UUID tenantId = conversation.tenantId();
    for (Conversation.Participant participant : conversation.participants()) {
      UUID agentId = participant.agent().id();
      fanout.toAgent(
          tenantId,
          agentId,
          Frames.encode(new Frames.Conversation(conversation.seenByAgent(agentId))),
          null);
    }
    String watched =
        Frames.encode(new Frames.Conversation(conversation.seenByAgent(new UUID(0, 0))));
    for (UUID watcher : directory.watchers(tenantId, conversation.departmentId())) {
      if (!conversation.has(watcher)) {
        fanout.toAgent(tenantId, watcher, watched, null);
      }
    }
  }
}
