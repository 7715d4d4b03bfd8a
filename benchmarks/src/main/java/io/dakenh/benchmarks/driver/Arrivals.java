package io.dakenh.benchmarks.driver;

import java.util.SplittableRandom;

/** Poisson arrivals: the gaps are exponential, so bursts happen as they do in life. */
final class Arrivals {
  private static final double NANOS_PER_SECOND = 1e9;

  private final SplittableRandom random;
  private final double meanGapNanos;
  private double nextNanos;

  Arrivals(double perSecond, long seed) {
    this.random = new SplittableRandom(seed);
    this.meanGapNanos = NANOS_PER_SECOND / perSecond;
    advance();
  }

  /** Nanoseconds from the beginning to the next arrival. */
  long next() {
    return (long) nextNanos;
  }

  /** Goes on to the one after. */
  void advance() {
    nextNanos -= meanGapNanos * Math.log(1 - random.nextDouble());
  }
}
