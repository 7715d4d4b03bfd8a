package io.dakenh.referral.referral;

/**
 * How the own business's link does, and what a referral is worth.
 *
 * @param clicks visits of the last 30 days
 * @param visitors of them, counted once a day
 * @param earnedSeconds bonus received for bringing others, ever
 * @param earnedThisMonthSeconds of them, since the 1st
 * @param monthlyCapSeconds most that can be earned in a month
 * @param referrerSeconds what the business that brings another receives
 * @param referredSeconds what the one that is brought receives
 */
public record ReferralSummary(
    long clicks,
    long visitors,
    long registered,
    long qualified,
    long rewarded,
    long rejected,
    long earnedSeconds,
    long earnedThisMonthSeconds,
    long monthlyCapSeconds,
    long referrerSeconds,
    long referredSeconds) {}
