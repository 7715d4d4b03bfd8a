package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent left a call that goes on with others; they may be asked about calls again. Key: call id.
 */
public record CallLeft(UUID tenantId, UUID callId, UUID agentId, Instant leftAt) {}
