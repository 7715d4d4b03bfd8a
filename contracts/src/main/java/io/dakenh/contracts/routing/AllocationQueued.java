package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * Nobody joined within the department's total time; the conversation waits in the department's
 * queue where anyone may take it. Key: conversation id.
 *
 * @param reason {@code total-time-over}, {@code nobody-online}, {@code everyone-busy} (all who are
 *     online have as many conversations as they may) or {@code outside-hours}
 */
public record AllocationQueued(
    UUID tenantId, UUID conversationId, UUID departmentId, String reason, Instant queuedAt) {}
