package io.dakenh.livetalk.message.change;

import java.util.UUID;

/** What someone wants changed of a stored message. */
public sealed interface MessageChange {
  /** Its conversation. */
  UUID conversationId();

  /** Its place in it. */
  long sequence();

  /** Other words; the text is as it will be stored. */
  record Edit(UUID conversationId, long sequence, String text) implements MessageChange {}

  /** Nothing but its place is to be left. */
  record Delete(UUID conversationId, long sequence) implements MessageChange {}

  /** An emoji of one's own, put on it or taken away. */
  record React(UUID conversationId, long sequence, String emoji, boolean active)
      implements MessageChange {}
}
