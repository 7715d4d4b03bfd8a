package io.dakenh.channels.channel;

import io.dakenh.channels.provider.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One linked Page or OA, without its tokens.
 *
 * @param externalId the provider's id, an opaque text
 * @param lastErrorCode why the provider last refused or did not answer
 * @param version grows by one with each change
 */
record Channel(
    UUID id,
    UUID tenantId,
    Kind kind,
    String externalId,
    String name,
    @Nullable String pictureUrl,
    ChannelState state,
    @Nullable Instant lastEventAt,
    @Nullable String lastErrorCode,
    @Nullable Instant lastErrorAt,
    long version,
    Instant createdAt,
    Instant changedAt) {}
