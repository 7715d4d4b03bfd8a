package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/** A call with at least one agent in it was alive at {@code at}; every 15 seconds. Key: call id. */
public record CallBeat(UUID tenantId, UUID callId, Instant at) {}
