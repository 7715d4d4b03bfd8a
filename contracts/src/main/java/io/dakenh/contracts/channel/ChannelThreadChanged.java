package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * Latest facts of one thread: the customer's profile and what may be sent. Key: thread id.
 *
 * @param version grows by one with each change
 */
public record ChannelThreadChanged(
    UUID tenantId,
    UUID channelId,
    String kind,
    UUID threadId,
    String surface,
    long version,
    ChannelContact contact,
    ChannelWindow window,
    Instant changedAt) {}
