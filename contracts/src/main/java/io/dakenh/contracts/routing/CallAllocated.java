package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent accepted a call's offer: it is theirs provisionally, until media flows. Key: call id.
 *
 * @param claimId id of this binding; a redelivered event carries the same one
 */
public record CallAllocated(
    UUID tenantId,
    UUID callId,
    UUID conversationId,
    UUID claimId,
    UUID agentId,
    UUID departmentId,
    Instant allocatedAt) {}
