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
 * Fills what a client missed: each conversation whole and in order, or an honest "reload". One
 * query finds who missed anything; only those are read.
 */
@ApplicationScoped
class Resumption {
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
    if (position.epoch() != head.epoch() || position.lastSequence() > head.lastSequence()) {
      return Frames.encode(new Frames.Reload(id, head.epoch()));
    }
    if (position.lastSequence() == head.lastSequence()) {
      return Frames.encode(new Frames.Messages(id, head.epoch(), List.of(), false));
    }
    History.Piece piece = history.after(reader.tenantId(), id, position.lastSequence());
    List<Message> messages =
        reader.visitor()
            ? piece.messages().stream().map(message -> message.toVisitor(head.face())).toList()
            : piece.messages();
    return Frames.encode(new Frames.Messages(id, head.epoch(), messages, piece.more()));
  }
}
