package io.dakenh.benchmarks.publish;

import io.dakenh.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times from the owner's request to the new document in a widget, over all widgets of a publish.
 *
 * @param askedAgain documents that were older than announced and were asked for again
 */
public record PublishFigures(
    int widgets,
    int publishes,
    Spread medianMilliseconds,
    Spread p99Milliseconds,
    Spread slowestMilliseconds,
    int askedAgain) {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** From the times of each publish, in nanoseconds. */
  static PublishFigures of(List<long[]> publishes, int askedAgain) {
    List<Double> median = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    List<Double> slowest = new ArrayList<>();
    for (long[] times : publishes) {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      median.add(at(sorted, 0.5));
      p99.add(at(sorted, 0.99));
      slowest.add(at(sorted, 1));
    }
    return new PublishFigures(
        publishes.getFirst().length,
        publishes.size(),
        Spread.of(median),
        Spread.of(p99),
        Spread.of(slowest),
        askedAgain);
  }

  private static double at(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / NANOS_PER_MILLISECOND;
  }
}
