package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something became of a message. Key: thread id.
 *
 * @param messageId as requested by livetalk, or as given in {@link ChannelMessageReceived}
 * @param change {@code sent}, {@code delivered}, {@code read}, {@code failed}, {@code edited},
 *     {@code deleted}, {@code reacted}, {@code unreacted}, {@code hidden}, {@code shown}, {@code
 *     liked}, {@code unliked} or {@code action-failed}
 * @param attempt of a request: which attempt this is about; 0 otherwise
 * @param failureCode failed and action-failed: ours, stable, see docs/channels.md
 * @param retryable failed: whether trying again may help
 * @param text edited: the words now
 * @param reaction reacted: an emoji
 * @param by {@code customer} or {@code business}
 */
public record ChannelMessageChanged(
    UUID tenantId,
    UUID channelId,
    UUID threadId,
    UUID messageId,
    String change,
    int attempt,
    @Nullable String externalMessageId,
    @Nullable String failureCode,
    boolean retryable,
    @Nullable String text,
    @Nullable String reaction,
    String by,
    Instant at) {}
