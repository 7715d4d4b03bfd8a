package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * Latest state of one linked Facebook Page or Zalo OA. Key: channel id.
 *
 * @param version grows by one with each change
 * @param kind {@code facebook} or {@code zalo}
 * @param externalId the provider's id of the Page or OA, an opaque string
 * @param state {@code healthy}, {@code reconnect-required}, {@code permission-missing}, {@code
 *     paused} or {@code unlinked}
 */
public record ChannelChanged(
    UUID tenantId,
    UUID channelId,
    long version,
    String kind,
    String externalId,
    String name,
    String state,
    Instant changedAt) {}
