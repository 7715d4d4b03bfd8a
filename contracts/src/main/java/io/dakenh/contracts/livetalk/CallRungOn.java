package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent accepted a call, and no media flowed in time: it rings on with the others. Key: call id.
 *
 * @param claimId the allocation that came to nothing; a redelivered event carries the same one
 */
public record CallRungOn(UUID tenantId, UUID callId, UUID claimId, UUID agentId, Instant at) {}
