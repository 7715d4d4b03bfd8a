package io.dakenh.contracts.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A business earned bonus seconds by a referral. Key: tenant id. Each side of a referral earns once
 * in its life, so referral and side together name the reward, however often it is told.
 *
 * @param tenantId who receives them
 * @param side {@code referrer} (brought the other) or {@code referred} (was brought)
 */
public record ReferralRewarded(
    UUID tenantId, UUID referralId, String side, long seconds, Instant rewardedAt) {}
