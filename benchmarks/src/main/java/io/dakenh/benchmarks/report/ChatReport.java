package io.dakenh.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.benchmarks.driver.Load;
import io.dakenh.benchmarks.driver.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All rounds of one load: in each, every target once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatReport(
    String load,
    int rooms,
    int agents,
    double messagesPerSecondAsked,
    int window,
    List<RunResult> runs,
    @Nullable Comparison suiteToDurableRelay) {
  private static final String LIMIT = "durable relay";
  private static final String SUITE = "suite";

  /** From the runs in the order they happened. */
  public static ChatReport of(String name, Load load, List<RunResult> runs) {
    List<RunResult> limit = named(runs, LIMIT);
    List<RunResult> suite = named(runs, SUITE);
    return new ChatReport(
        name,
        load.rooms(),
        load.agents(),
        load.perSecond(),
        load.window(),
        List.copyOf(runs),
        suite.isEmpty() || limit.isEmpty() ? null : Comparison.of(limit, suite));
  }

  private static List<RunResult> named(List<RunResult> runs, String target) {
    return runs.stream().filter(run -> run.target().equals(target)).toList();
  }

  /** For people: one line per run, then the ratios. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(load);
    lines.add(
        "  target              msg/s    p50 µs    p90 µs    p99 µs    max µs  msg/core-s  RSS MB  lost dup disorder");
    for (RunResult run : runs) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-15s %9.0f %9.0f %9.0f %9.0f %9.0f %11.0f %7d %5d %3d %8d",
              run.target(),
              run.messagesPerSecond(),
              run.latencyP50Micros(),
              run.latencyP90Micros(),
              run.latencyP99Micros(),
              run.latencyMaxMicros(),
              run.messagesPerServerCoreSecond(),
              run.serverRssKilobytes() / 1024,
              run.lost(),
              run.duplicated(),
              run.reordered()));
    }
    Comparison ratios = suiteToDurableRelay;
    if (ratios != null) {
      lines.add(line("suite / durable relay, p50", ratios.latencyP50Ratio()));
      lines.add(line("suite / durable relay, p99", ratios.latencyP99Ratio()));
      lines.add(line("suite / durable relay, msg per core-second", ratios.perCoreSecondRatio()));
    }
    return lines;
  }

  private static String line(String what, Spread spread) {
    return String.format(
        Locale.ROOT,
        "  %-45s median %.2f  (min %.2f, max %.2f)",
        what,
        spread.median(),
        spread.min(),
        spread.max());
  }
}
