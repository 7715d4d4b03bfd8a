package io.dakenh.billing.entitlement;

import java.time.Instant;

/**
 * What the own business may use of call time.
 *
 * @param month calendar month in Asia/Ho_Chi_Minh, {@code yyyy-MM}
 * @param monthlySecondsGranted by the plan for this month
 * @param monthlySecondsUsed of them
 * @param monthlySecondsLeft of them
 * @param bonusSecondsLeft from referrals, spent after the monthly ones, never reset
 * @param resetsAt when the month ends
 */
public record EntitlementView(
    String planCode,
    String month,
    long monthlySecondsGranted,
    long monthlySecondsUsed,
    long monthlySecondsLeft,
    long bonusSecondsLeft,
    Instant resetsAt,
    long version) {

  static EntitlementView of(Entitlement entitlement) {
    long left = entitlement.balances().monthlySeconds();
    return new EntitlementView(
        entitlement.planCode(),
        entitlement.month().toString(),
        entitlement.grantedSeconds(),
        entitlement.grantedSeconds() - left,
        left,
        entitlement.balances().bonusSeconds(),
        BillingMonth.end(entitlement.month()),
        entitlement.version());
  }
}
