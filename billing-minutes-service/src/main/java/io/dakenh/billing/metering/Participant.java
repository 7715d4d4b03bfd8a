package io.dakenh.billing.metering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent's time in a call.
 *
 * @param leftAt null while the call runs, or when nobody told
 */
public record Participant(UUID id, String name, Instant joinedAt, @Nullable Instant leftAt) {}
