package io.dakenh.benchmarks.report;

import io.dakenh.benchmarks.driver.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Runs of a limit and of the suite that took turns. Ratios are suite over limit.
 *
 * @param latencyP50Ratio smaller is better
 * @param latencyP99Ratio smaller is better
 * @param perCoreSecondRatio larger is better
 */
public record Comparison(
    Spread latencyP50Ratio, Spread latencyP99Ratio, Spread perCoreSecondRatio) {
  /** Of pairs in the order they were run. */
  public static Comparison of(List<RunResult> limit, List<RunResult> suite) {
    if (limit.size() != suite.size()) {
      throw new IllegalArgumentException("runs come in pairs");
    }
    return new Comparison(
        ratio(limit, suite, RunResult::latencyP50Micros),
        ratio(limit, suite, RunResult::latencyP99Micros),
        ratio(limit, suite, RunResult::messagesPerServerCoreSecond));
  }

  private static Spread ratio(
      List<RunResult> limit, List<RunResult> suite, ToDoubleFunction<RunResult> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < limit.size(); i++) {
      ratios.add(figure.applyAsDouble(suite.get(i)) / figure.applyAsDouble(limit.get(i)));
    }
    return Spread.of(ratios);
  }
}
