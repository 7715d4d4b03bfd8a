package io.dakenh.routing.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * An offer as its agent sees it; the same shape as on the socket.
 *
 * @param preview start of the visitor's first message
 * @param serverTime the clock {@code expiresAt} is to be compared with
 */
public record OfferView(
    UUID id,
    UUID conversationId,
    UUID departmentId,
    String departmentName,
    String visitorName,
    String channelKind,
    String preview,
    Instant madeAt,
    Instant expiresAt,
    Instant serverTime) {}
