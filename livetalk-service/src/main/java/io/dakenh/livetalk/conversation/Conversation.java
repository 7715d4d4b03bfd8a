package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.conversation.ConversationView.AgentView;
import io.dakenh.livetalk.conversation.ConversationView.CareView;
import io.dakenh.livetalk.conversation.ConversationView.PageView;
import io.dakenh.livetalk.conversation.ConversationView.VisitorView;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with everyone's marks, from which each reader's view is made.
 *
 * @param face stands for all agents before the visitor; null where they stand for themselves
 * @param revision of the last change of any of its messages
 */
record Conversation(
    UUID id,
    UUID tenantId,
    long version,
    long epoch,
    String state,
    String channelKind,
    VisitorView visitor,
    @Nullable UUID departmentId,
    List<Participant> participants,
    long lastSequence,
    long visitorReadSequence,
    Delivered delivered,
    @Nullable Message lastMessage,
    Instant openedAt,
    Instant lastActivityAt,
    @Nullable Instant closedAt,
    @Nullable PageView page,
    @Nullable Face face,
    CareFacts care,
    long revision) {

  /** Up to where messages have reached a client of each side, read or not. */
  record Delivered(long toVisitor, long toAgents) {}

  /** An agent who takes part, and how far the agent has read. */
  record Participant(AgentView agent, long readSequence) {}

  boolean has(UUID agentId) {
    return participants.stream().anyMatch(one -> one.agent().id().equals(agentId));
  }

  ConversationView seenBy(Party reader) {
    return reader.visitor() ? seenByVisitor() : seenByAgent(reader.id());
  }

  ConversationView seenByVisitor() {
    return view(
        visitor.toThemselves(),
        agentsBeforeVisitor(),
        new Marks(visitorReadSequence, deliveredToVisitor()),
        new Marks(readByAgents(), deliveredToAgents()),
        lastMessage == null ? null : lastMessage.toVisitor(face),
        null);
  }

  ConversationView seenByAgent(UUID agentId) {
    long read =
        participants.stream()
            .filter(one -> one.agent().id().equals(agentId))
            .mapToLong(Participant::readSequence)
            .findFirst()
            .orElse(0);
    return view(
        visitor,
        agents(),
        new Marks(read, deliveredToAgents()),
        new Marks(visitorReadSequence, deliveredToVisitor()),
        lastMessage,
        new CareView(
            care.waiting(),
            care.snoozedUntil(),
            care.labels(),
            care.noteRevision(),
            care.blocked(),
            care.channel()));
  }

  /** How far a side has read, and how far messages have reached it. */
  private record Marks(long read, long delivered) {}

  private long readByAgents() {
    return participants.stream()
        .mapToLong(Participant::readSequence)
        .reduce(care.agentsRead(), Math::max);
  }

  /** What was read has arrived. */
  private long deliveredToVisitor() {
    return Math.max(visitorReadSequence, delivered.toVisitor());
  }

  private long deliveredToAgents() {
    return Math.max(readByAgents(), delivered.toAgents());
  }

  private List<AgentView> agents() {
    return participants.stream().map(Participant::agent).toList();
  }

  /** One face for all, and nobody is told who hides behind it, nor when they came. */
  private List<AgentView> agentsBeforeVisitor() {
    if (face == null || participants.isEmpty()) {
      return agents();
    }
    return List.of(new AgentView(face.id(), face.name(), face.avatarUrl(), null));
  }

  private ConversationView view(
      VisitorView shown,
      List<AgentView> agents,
      Marks own,
      Marks other,
      @Nullable Message last,
      @Nullable CareView shownCare) {
    return new ConversationView(
        id,
        version,
        epoch,
        state,
        channelKind,
        shown,
        departmentId,
        agents,
        lastSequence,
        revision,
        own.read(),
        other.read(),
        own.delivered(),
        other.delivered(),
        last,
        openedAt,
        closedAt,
        page,
        care.rating(),
        shownCare);
  }
}
