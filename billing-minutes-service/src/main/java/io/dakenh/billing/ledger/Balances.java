package io.dakenh.billing.ledger;

/**
 * What the accounts of one tenant hold.
 *
 * @param monthlySeconds of the plan's allowance, this month
 * @param bonusSeconds from referrals
 * @param usedSeconds consumed by calls, ever
 * @param heldSeconds set aside for calls that run
 * @param overdraftSeconds used beyond everything, as a number that is not negative
 */
public record Balances(
    long monthlySeconds,
    long bonusSeconds,
    long usedSeconds,
    long heldSeconds,
    long overdraftSeconds) {
  /** What a new call could still take. */
  public long available() {
    return monthlySeconds + bonusSeconds;
  }
}
