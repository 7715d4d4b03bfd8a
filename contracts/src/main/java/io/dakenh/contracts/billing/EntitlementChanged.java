package io.dakenh.contracts.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a business may use of call time right now. Key: tenant id.
 *
 * @param version grows by one with each change
 * @param month calendar month in Asia/Ho_Chi_Minh, {@code yyyy-MM}
 * @param monthlySecondsLeft of the plan's allowance
 * @param bonusSecondsLeft from referrals, never reset
 * @param heldSeconds taken out of both for calls that run right now; absent in events of a writer
 *     that knew no holds, which means none
 * @param level {@code ok}, {@code warning-80}, {@code warning-95} or {@code exhausted}: then a new
 *     call would find nothing; absent means to judge by the seconds left
 * @param exhaustedPolicy what becomes of a running call when nothing is left: {@code finish} or
 *     {@code cut}; absent means {@code finish}
 */
public record EntitlementChanged(
    UUID tenantId,
    long version,
    String planCode,
    String month,
    long monthlySecondsGranted,
    long monthlySecondsLeft,
    long bonusSecondsLeft,
    Instant changedAt,
    @Nullable Long heldSeconds,
    @Nullable String level,
    @Nullable String exhaustedPolicy) {}
