package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * Nobody can take a call, or nobody did in the department's total time: nobody is asked any more.
 * Key: call id.
 *
 * @param departmentId whose people were asked
 * @param reason {@code total-time-over}, {@code nobody-online}, {@code everyone-busy} or {@code
 *     outside-hours}
 */
public record CallUnanswered(
    UUID tenantId, UUID callId, UUID departmentId, String reason, Instant at) {}
