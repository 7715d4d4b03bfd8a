package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * A message was stored. Key: conversation id. The text is not repeated here: consumers that need it
 * ask livetalk, so that erasing a person's data does not have to reach into the broker.
 *
 * @param sequence dense position in the conversation, from 1
 * @param authorKind {@code visitor}, {@code agent} or {@code system}
 */
public record MessageSent(
    UUID tenantId,
    UUID conversationId,
    UUID messageId,
    long sequence,
    String authorKind,
    UUID authorId,
    Instant sentAt) {}
