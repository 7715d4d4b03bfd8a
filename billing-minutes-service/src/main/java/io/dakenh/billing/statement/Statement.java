package io.dakenh.billing.statement;

import java.time.Instant;
import java.util.List;

/**
 * The statement of one month. Seconds are as the ledger has them; calls as they were charged.
 *
 * @param month {@code yyyy-MM}, Asia/Ho_Chi_Minh
 * @param closed whether the month is over; later events may still change it a little
 * @param grantedSeconds by the plan, with changes of the plan within the month
 * @param usedSeconds charged to calls of the month
 * @param usedFromMonthlySeconds of them, from the plan's allowance
 * @param usedFromBonusSeconds of them, from bonus minutes
 * @param overdraftSeconds of them, beyond everything there was
 * @param returnedSeconds of the allowance nobody used, taken back at the end
 * @param bonusReceivedSeconds from referrals
 * @param correctionSeconds by operators, may be below zero
 * @param days of the month that had calls
 */
public record Statement(
    String month,
    boolean closed,
    String planCode,
    String planName,
    Instant from,
    Instant to,
    long grantedSeconds,
    long usedSeconds,
    long usedFromMonthlySeconds,
    long usedFromBonusSeconds,
    long overdraftSeconds,
    long returnedSeconds,
    long bonusReceivedSeconds,
    long correctionSeconds,
    CallCounts calls,
    List<Day> days) {
  /** Calls of the month. */
  public record CallCounts(
      long all, long answered, long missed, long audioSeconds, long videoSeconds) {}

  /**
   * Calls that began on a day.
   *
   * @param date {@code yyyy-MM-dd}
   * @param audioSeconds charged
   * @param videoSeconds charged
   */
  public record Day(
      String date, long audioSeconds, long videoSeconds, long answered, long missed) {}
}
