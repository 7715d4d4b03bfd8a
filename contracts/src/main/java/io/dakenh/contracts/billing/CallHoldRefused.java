package io.dakenh.contracts.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * No more minutes can be held for a running call. Key: call id.
 *
 * @param policy {@code finish}: it may go on to its end; {@code cut}: it ends at {@code cutAt}, and
 *     both sides are warned 60 seconds before
 * @param cutAt when it is cut; absent where it may finish
 */
public record CallHoldRefused(UUID tenantId, UUID callId, String policy, @Nullable Instant cutAt) {}
