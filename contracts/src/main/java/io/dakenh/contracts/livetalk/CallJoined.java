package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's media flows: they are in the call. Minutes count from the first one's {@code
 * joinedAt}. Key: call id.
 */
public record CallJoined(
    UUID tenantId, UUID callId, UUID agentId, String agentName, Instant joinedAt) {}
