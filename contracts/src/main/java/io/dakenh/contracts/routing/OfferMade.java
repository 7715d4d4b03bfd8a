package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One agent is asked to take one conversation or call until {@code expiresAt}. Key: conversation
 * id, for a call the call's id.
 *
 * @param round which pass through the department's agents this is, from 1
 * @param preview start of the visitor's first message, at most 120 characters
 * @param kind {@code conversation} or {@code call}; absent means a conversation
 * @param callId the call; absent for a conversation
 * @param media {@code audio} or {@code video}; absent for a conversation
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
    Instant expiresAt,
    @Nullable String kind,
    @Nullable UUID callId,
    @Nullable String media) {}
