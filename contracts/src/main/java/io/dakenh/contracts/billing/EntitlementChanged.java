package io.dakenh.contracts.billing;

import java.time.Instant;
import java.util.UUID;

/**
 * What a business may use of call time right now. Key: tenant id.
 *
 * @param version grows by one with each change
 * @param month calendar month in Asia/Ho_Chi_Minh, {@code yyyy-MM}
 * @param monthlySecondsLeft of the plan's allowance
 * @param bonusSecondsLeft from referrals, never reset
 */
public record EntitlementChanged(
    UUID tenantId,
    long version,
    String planCode,
    String month,
    long monthlySecondsGranted,
    long monthlySecondsLeft,
    long bonusSecondsLeft,
    Instant changedAt) {}
