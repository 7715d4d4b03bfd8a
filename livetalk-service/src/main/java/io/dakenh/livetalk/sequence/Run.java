package io.dakenh.livetalk.sequence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sequence in one conversation.
 *
 * @param streak the streak it began in, -1 if it never did
 * @param version of the plan it follows to its end
 * @param next index of the next content; with nothing due, how many were sent
 * @param due when the next content is sent; null when it does not run
 */
record Run(long streak, long version, int next, @Nullable Instant due) {
  static final Run NEVER = new Run(-1, 0, 0, null);

  /** Whether it said something in this streak already: then it does not begin again. */
  boolean spentIn(long current) {
    return streak == current && next > 0;
  }

  /** Stopped; what was said stays said. */
  Run stopped() {
    return new Run(streak, version, next, null);
  }
}
