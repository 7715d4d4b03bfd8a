package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message is to be sent to a customer of a channel. Key: thread id, so they leave in the order
 * they were written. Carries text: the topic is kept for {@link
 * io.dakenh.contracts.event.Topic#retention}.
 *
 * @param attempt 1 at first; an agent's retry asks again with the same message id and the next
 *     number
 * @param authorKind {@code agent} or {@code system}
 * @param mode {@code chat}; for comments {@code public} or {@code private}
 * @param chargedConsent the agent agreed that the business pays for this message
 */
public record ChannelMessageRequested(
    UUID tenantId,
    UUID channelId,
    UUID threadId,
    UUID conversationId,
    UUID messageId,
    int attempt,
    String authorKind,
    @Nullable UUID agentId,
    String mode,
    @Nullable String text,
    List<File> attachments,
    @Nullable UUID replyToMessageId,
    boolean chargedConsent,
    Instant requestedAt) {

  /**
   * A file of a message, fetched at {@code path} behind livetalk's own address.
   *
   * @param path signed, good for at least an hour: the connector copies it when it reads the event
   */
  public record File(UUID fileId, String fileName, String mediaType, long sizeBytes, String path) {}
}
