package io.dakenh.livetalk.offer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its agent sees it; {@code serverTime} lets a desk with a wrong clock count down
 * rightly.
 */
public record OfferView(
    UUID id,
    UUID conversationId,
    @Nullable UUID departmentId,
    String departmentName,
    String visitorName,
    String channelKind,
    String preview,
    Instant madeAt,
    Instant expiresAt,
    Instant serverTime) {}
