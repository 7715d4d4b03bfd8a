package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent joined a conversation by accepting an offer or taking it from the queue. Key:
 * conversation id.
 *
 * @param allocationId id of this binding; a redelivered event carries the same one
 * @param cause {@code offer}, {@code taken}, {@code assigned} (by an owner) or {@code call} (who
 *     answered a call of it)
 */
public record ConversationAllocated(
    UUID tenantId,
    UUID conversationId,
    UUID allocationId,
    UUID agentId,
    UUID departmentId,
    String cause,
    Instant allocatedAt) {}
