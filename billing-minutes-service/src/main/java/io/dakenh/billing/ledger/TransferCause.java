package io.dakenh.billing.ledger;

import java.util.Locale;

/** Why seconds moved. */
public enum TransferCause {
  /** The plan's seconds of a month were granted. */
  MONTHLY_GRANT,
  /** What was left of a month went back at its end. */
  MONTHLY_RESET,
  /** Set aside for a call that runs. */
  HOLD,
  /** Set aside and not needed: back where it came from. */
  HOLD_RELEASE,
  /** A call used them. */
  CALL,
  /** A call used less than was known before: back to the buckets. */
  CALL_REFUND,
  /** A running call used more than there was. */
  OVERDRAFT,
  /** Seconds that came back pay what a call of the month had used beyond them. */
  OVERDRAFT_REPAID,
  /** Overdraft of a month that is over. */
  OVERDRAFT_FORGIVEN,
  /**
   * Bonus seconds were spent while monthly ones were set aside, which came back: they change
   * places.
   */
  MONTHLY_FIRST,
  /** Earned by a referral. */
  REFERRAL_REWARD,
  /** The plan changed within the month. */
  PLAN_CHANGE,
  /** An operator put something right. */
  CORRECTION;

  /** Name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause of that name. */
  static TransferCause of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
