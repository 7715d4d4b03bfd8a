package io.dakenh.livetalk.transcript;

import io.dakenh.livetalk.directory.Directory.Voice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a conversation.
 *
 * @param voice of the business
 * @param cut whether older messages were left out
 */
record Transcript(
    UUID conversationId,
    UUID visitorId,
    Voice voice,
    String visitorName,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<Line> lines,
    boolean cut) {

  /** One message. */
  record Line(String author, Instant at, String words) {}
}
