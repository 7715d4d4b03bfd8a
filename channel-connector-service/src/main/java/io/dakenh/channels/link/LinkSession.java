package io.dakenh.channels.link;

import io.dakenh.channels.provider.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider's dialog under way. */
record LinkSession(
    UUID id,
    UUID tenantId,
    UUID ownerId,
    Kind kind,
    String browserHash,
    @Nullable String sealedVerifier,
    String returnPath,
    String state,
    @Nullable String failureCode,
    List<String> missing,
    String pages,
    @Nullable String sealedPages,
    List<UUID> channelIds,
    Instant expiresAt) {}
