package io.dakenh.livetalk.message;

import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.PartyKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored message as everyone sees it.
 *
 * @param sequence dense position in its conversation, from 1
 * @param kind {@code text}
 * @param clientMessageId given by the sender, the key of retries
 */
public record Message(
    UUID id,
    long sequence,
    Author author,
    String kind,
    String text,
    UUID clientMessageId,
    Instant sentAt) {

  /** A text message. */
  public static Message text(
      UUID id, long sequence, Author author, String text, UUID clientMessageId, Instant sentAt) {
    return new Message(id, sequence, author, "text", text, clientMessageId, sentAt);
  }

  /** As the visitor sees it: an agent's under the face that stands for all of them, if any. */
  public Message toVisitor(@Nullable Face face) {
    return face == null || !author.kind().equals(PartyKind.AGENT.code())
        ? this
        : new Message(
            id,
            sequence,
            new Author(author.kind(), face.id(), face.name(), face.avatarUrl()),
            kind,
            text,
            clientMessageId,
            sentAt);
  }

  /** Who wrote it. */
  public record Author(String kind, UUID id, String name, @Nullable String avatarUrl) {}
}
