package io.dakenh.benchmarks.routing;

import java.util.Arrays;
import java.util.Collection;

/** Exact shares of some milliseconds. */
public record Percentiles(int count, double least, double p50, double p99, double most) {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  static Percentiles ofNanos(Collection<Long> nanos) {
    return of(nanos.stream().mapToDouble(each -> each / NANOS_PER_MILLISECOND).toArray());
  }

  static Percentiles of(double[] figures) {
    if (figures.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Percentiles(
        sorted.length, sorted[0], at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
