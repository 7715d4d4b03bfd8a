package io.dakenh.billing.ledger;

/**
 * What the accounts of one tenant hold.
 *
 * @param monthlySeconds of the plan's allowance, this month
 * @param bonusSeconds from referrals
 * @param usedSeconds consumed by calls, ever
 */
public record Balances(long monthlySeconds, long bonusSeconds, long usedSeconds) {}
