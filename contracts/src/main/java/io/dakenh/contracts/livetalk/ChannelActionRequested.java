package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something is to be done to a message of a channel. Key: thread id.
 *
 * @param messageId the message it is about; for {@code seen} the newest one that was read
 * @param action {@code seen}, or for comments {@code hide}, {@code show}, {@code like}, {@code
 *     unlike}, {@code delete}
 */
public record ChannelActionRequested(
    UUID tenantId,
    UUID channelId,
    UUID threadId,
    UUID conversationId,
    UUID messageId,
    String action,
    @Nullable UUID agentId,
    Instant requestedAt) {}
