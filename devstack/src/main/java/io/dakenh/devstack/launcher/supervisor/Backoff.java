package io.dakenh.devstack.launcher.supervisor;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again.
 *
 * @param first after the first death
 * @param most never longer than this
 * @param stableAfter a part that was ready for this long is forgiven its earlier deaths
 */
public record Backoff(Duration first, Duration most, Duration stableAfter) {
  /** What a suite for people uses. */
  public static final Backoff USUAL =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(30));

  private static final int MOST_DOUBLINGS = 16;

  Duration before(int deaths) {
    long factor = 1L << Math.clamp(deaths - 1L, 0, MOST_DOUBLINGS);
    Duration wanted = first.multipliedBy(factor);
    return wanted.compareTo(most) > 0 ? most : wanted;
  }
}
