package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's availability as declared by the person and observed on the sockets. Key: agent id.
 *
 * @param state {@code online}, {@code busy}, {@code away} or {@code offline}; only {@code online}
 *     receives offers
 * @param version grows with each change of one agent; an older one than seen is ignored
 */
public record AgentPresenceChanged(
    UUID tenantId, UUID agentId, String state, long version, Instant changedAt) {}
