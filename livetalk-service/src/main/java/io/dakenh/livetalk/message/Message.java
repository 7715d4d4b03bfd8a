package io.dakenh.livetalk.message;

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

  /** Who wrote it. */
  public record Author(String kind, UUID id, String name, @Nullable String avatarUrl) {}
}
