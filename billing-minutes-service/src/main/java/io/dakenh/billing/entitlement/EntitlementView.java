package io.dakenh.billing.entitlement;

import io.dakenh.billing.ledger.Balances;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the own business may use of call time.
 *
 * @param month calendar month in Asia/Ho_Chi_Minh, {@code yyyy-MM}
 * @param monthlySecondsGranted by the plan for this month
 * @param monthlySecondsUsed of them
 * @param monthlySecondsLeft of them
 * @param bonusSecondsLeft from referrals, spent after the monthly ones, never reset
 * @param bonusSecondsUsed by calls of this month
 * @param heldSeconds set aside for calls that run right now, out of both
 * @param overdraftSeconds used by running calls beyond everything; forgiven at the month's end
 * @param level {@code ok}, {@code warning-80}, {@code warning-95} or {@code exhausted}
 * @param exhaustedPolicy what becomes of a running call when nothing is left: {@code finish} or
 *     {@code cut}
 * @param incrementSeconds calls are charged in multiples of it
 * @param nextPlanCode the plan from the next month on, absent when it stays
 * @param resetsAt when the month ends
 */
public record EntitlementView(
    String planCode,
    String planName,
    String month,
    long monthlySecondsGranted,
    long monthlySecondsUsed,
    long monthlySecondsLeft,
    long bonusSecondsLeft,
    long bonusSecondsUsed,
    long heldSeconds,
    long overdraftSeconds,
    String level,
    String exhaustedPolicy,
    int incrementSeconds,
    @Nullable String nextPlanCode,
    Instant resetsAt,
    long version) {

  /** An entitlement as people see it. */
  public static EntitlementView of(Entitlement entitlement) {
    Balances balances = entitlement.balances();
    long left = balances.monthlySeconds();
    return new EntitlementView(
        entitlement.plan().code(),
        entitlement.plan().name(),
        entitlement.month().toString(),
        entitlement.grantedSeconds(),
        Math.max(0, entitlement.grantedSeconds() - left),
        left,
        balances.bonusSeconds(),
        entitlement.bonusSpentSeconds(),
        balances.heldSeconds(),
        balances.overdraftSeconds(),
        entitlement.level(),
        entitlement.plan().exhausted().code(),
        entitlement.plan().incrementSeconds(),
        entitlement.nextPlanCode(),
        BillingMonth.end(entitlement.month()),
        entitlement.version());
  }
}
