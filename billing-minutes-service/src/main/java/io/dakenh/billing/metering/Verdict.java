package io.dakenh.billing.metering;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call is and costs, judged from what is known of it. What cannot be true is not believed:
 * then only what was heard while the call ran counts, and the reason is kept for an operator to
 * see.
 *
 * @param joinedAt from when it counts, null while or when nobody joined
 * @param over whether it has ended
 * @param seconds from the first join to the end, or to the last sign of life while it runs
 * @param fault why what was told is not believed, null when it is
 */
record Verdict(@Nullable Instant joinedAt, boolean over, long seconds, @Nullable String fault) {
  /** Judges a call. */
  static Verdict of(CallRecord call, Instant now, MeteringRules rules) {
    Instant latest = now.plus(rules.clockTolerance());
    Instant told = call.toldJoinedAt;
    Instant end = call.endedAt;
    if (end == null) {
      return heard(call, call.expired(), null, rules);
    }
    Instant joined = told == null ? call.heardJoinedAt : told;
    String fault = fault(call.startedAt, joined, end, latest, rules);
    if (fault != null) {
      return heard(call, true, fault, rules);
    }
    return new Verdict(joined, true, seconds(joined, end), null);
  }

  private static @Nullable String fault(
      Instant started, @Nullable Instant joined, Instant end, Instant latest, MeteringRules rules) {
    if (end.isAfter(latest)) {
      return "end-in-the-future";
    }
    if (end.isBefore(started)) {
      return "end-before-start";
    }
    if (end.isBefore(latest.minus(rules.oldest()))) {
      return "too-old";
    }
    if (joined == null) {
      return null;
    }
    if (joined.isBefore(started)) {
      return "join-before-start";
    }
    if (end.isBefore(joined)) {
      return "end-before-join";
    }
    return Duration.between(joined, end).compareTo(rules.longestCall()) > 0 ? "too-long" : null;
  }

  /** Counts what was heard while the call ran: from the first join to the last heartbeat. */
  private static Verdict heard(
      CallRecord call, boolean over, @Nullable String fault, MeteringRules rules) {
    Instant joined = call.heardJoinedAt;
    Instant last = call.lastHeard();
    if (joined == null || last == null) {
      return new Verdict(null, over, 0, fault);
    }
    Instant longest = joined.plus(rules.longestCall());
    return new Verdict(
        joined, over, seconds(joined, last.isAfter(longest) ? longest : last), fault);
  }

  private static long seconds(@Nullable Instant from, Instant to) {
    return from == null ? 0 : Math.max(0, Duration.between(from, to).toSeconds());
  }

  /** What so many seconds cost with that increment. */
  static long charge(long seconds, int increment) {
    return Math.ceilDiv(seconds, (long) increment) * increment;
  }
}
