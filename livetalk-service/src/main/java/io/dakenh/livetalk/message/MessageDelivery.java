package io.dakenh.livetalk.message;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.party.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Pushes a stored message to everyone who takes part, encoded once for each side. */
@ApplicationScoped
class MessageDelivery {
  private final Fanout fanout;
  private final MessageExtras extras;

  @Inject
  MessageDelivery(Fanout fanout, MessageExtras extras) {
    this.fanout = fanout;
    this.extras = extras;
  }

  void deliver(NewMessage message, BatchStatement.Row row, Instant sentAt) {
    UUID visitorId = row.visitorId();
    if (visitorId == null) {
      return;
    }
    Party author = message.author();
    Message stored =
        Message.text(
                row.messageId(),
                row.sequence(),
                new Message.Author(
                    author.kind().code(), author.id(), author.name(), author.avatarUrl()),
                message.text(),
                message.clientMessageId(),
                sentAt)
            .with(extras.read(author.tenantId(), row.extras()));
    String frame = encode(message, row, stored);
    Message shown = stored.toVisitor(row.face());
    fanout.toVisitor(
        author.tenantId(),
        visitorId,
        shown.equals(stored) ? frame : encode(message, row, shown),
        message.connectionId());
    for (UUID agentId : row.agentIds()) {
      fanout.toAgent(author.tenantId(), agentId, frame, message.connectionId());
    }
  }

  private static String encode(NewMessage message, BatchStatement.Row row, Message shown) {
    return Frames.encode(new Frames.NewMessage(message.conversationId(), row.epoch(), shown));
  }
}
