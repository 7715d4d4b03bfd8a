package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.conversation.ConversationReader;
import io.dakenh.livetalk.conversation.ConversationReader.Head;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.socket.ClientFrame.Position;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fills what a client missed: each conversation whole and in order, with what changed of the
 * messages the client holds, or an honest "reload". One query finds who missed anything; only those
 * are read.
 */
@ApplicationScoped
class Resumption {
  private static final History.Piece NOTHING = new History.Piece(List.of(), false);

  private final ConversationReader conversations;
  private final History history;

  @Inject
  Resumption(ConversationReader conversations, History history) {
    this.conversations = conversations;
    this.history = history;
  }

  void resume(SocketConnection connection, ClientFrame.Resume request) {
    Party reader = connection.party();
    Map<UUID, Head> heads =
        conversations.heads(
            reader, request.conversations().stream().map(Position::conversationId).toList());
    boolean unknown = false;
    for (Position position : request.conversations()) {
      Head head = heads.get(position.conversationId());
      if (head == null) {
        unknown = true;
      } else if (!connection.pushAndWait(answer(reader, position, head))) {
        return;
      }
    }
    if (unknown) {
      throw ProblemException.notFound("conversation");
    }
    connection.push(Frames.encode(Frames.Ack.of(request.id())));
  }

  private String answer(Party reader, Position position, Head head) {
    UUID id = position.conversationId();
    Long claimed = position.revision();
    if (position.epoch() != head.epoch()
        || position.lastSequence() > head.lastSequence()
        || (claimed != null && claimed > head.revision())) {
      return Frames.encode(new Frames.Reload(id, head.epoch()));
    }
    History.Piece piece =
        position.lastSequence() == head.lastSequence()
            ? NOTHING
            : history.after(reader.tenantId(), id, position.lastSequence());
    History.Changes changes =
        claimed == null || claimed == head.revision()
            ? null
            : history.changed(
                reader.tenantId(), id, claimed, position.lastSequence(), head.revision());
    return Frames.encode(
        new Frames.Messages(
            id,
            head.epoch(),
            shown(reader, head, piece.messages()),
            piece.more() || (changes != null && changes.more()),
            changes == null ? null : shown(reader, head, changes.messages()),
            changes == null ? head.revision() : changes.revision()));
  }

  private static List<Message> shown(Party reader, Head head, List<Message> messages) {
    return reader.visitor()
        ? messages.stream().map(message -> message.toVisitor(head.face())).toList()
        : messages;
  }
}
