package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * One agent is asked to take one conversation until {@code expiresAt}. Key: conversation id.
 *
 * @param round which pass through the department's agents this is, from 1
 * @param preview start of the visitor's first message, at most 120 characters
 */
public record OfferMade(
    UUID tenantId,
    UUID offerId,
    UUID conversationId,
    UUID agentId,
    UUID departmentId,
    String departmentName,
    String channelKind,
    String visitorName,
    String preview,
    int round,
    Instant madeAt,
    Instant expiresAt) {}
