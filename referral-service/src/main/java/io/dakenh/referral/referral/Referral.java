package io.dakenh.referral.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * One business brought by another.
 *
 * @param tenantId the business that referred
 * @param referredTenantId the business that signed up
 */
record Referral(
    UUID id, UUID tenantId, UUID referredTenantId, ReferralState state, Instant registeredAt) {}
