package io.dakenh.benchmarks;

import io.dakenh.benchmarks.routing.Percentiles;
import io.dakenh.benchmarks.routing.RoutingFigures;
import io.dakenh.benchmarks.routing.RoutingStage;
import io.dakenh.benchmarks.routing.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P8 and P9: who is asked, how soon, how fast what waits is offered, and how exact timers are. */
@Command(name = "routing", description = "offers, drains, races and timers of routing (P8, P9)")
final class RoutingBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--agents", defaultValue = "10000", description = "online")
  private int agents;

  @Option(names = "--departments", defaultValue = "500")
  private int departments;

  @Option(names = "--conversations", defaultValue = "2000", description = "opened in each mode")
  private int conversations;

  @Option(names = "--rate", defaultValue = "200", description = "opened a second")
  private int rate;

  @Option(names = "--waiting", defaultValue = "10000", description = "in the queue to be drained")
  private int waiting;

  @Option(names = "--accepts", defaultValue = "1000", description = "of one conversation, at once")
  private int accepts;

  @Option(names = "--timers", defaultValue = "100000", description = "armed")
  private int timers;

  @Option(names = "--spread", defaultValue = "60", description = "seconds over which they are due")
  private int spread;

  /** What {@code --json} prints. */
  record Result(String name, RoutingFigures figures) {}

  @Override
  public Integer call() {
    RoutingFigures.Size size =
        new RoutingFigures.Size(
            agents, departments, conversations, rate, waiting, accepts, timers, spread);
    try (RoutingStage stage = RoutingStage.in(options.scratch())) {
      RoutingFigures figures = RoutingFigures.measure(stage, size, options::progress);
      options.result(lines(figures, size), new Result("routing", figures));
    }
    return 0;
  }

  private static List<String> lines(RoutingFigures figures, RoutingFigures.Size size) {
    List<String> lines = new ArrayList<>();
    figures
        .choices()
        .forEach(
            choice ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "choice, %s of %d: p50 %.2f us, p99 %.2f us",
                        choice.mode(),
                        choice.agents(),
                        choice.p50Microseconds(),
                        choice.p99Microseconds())));
    figures
        .openedToOfferedMilliseconds()
        .forEach((mode, shares) -> lines.add(shares("opened to offered, " + mode, shares)));
    lines.add(
        String.format(
            Locale.ROOT, "%d waiting offered in %.2f s", size.waiting(), figures.drainSeconds()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%d accepts at once: %s in %.2f s",
            figures.race().accepts(),
            figures.race().answers(),
            figures.race().seconds()));
    lines.add(timers("timers", figures.timers()));
    lines.add(timers("timers with a kill", figures.timersWithKill()));
    lines.add(
        String.format(
            Locale.ROOT, "bare SKIP LOCKED loop: %.0f claims/s", figures.claimsPerSecond()));
    return lines;
  }

  private static String timers(String what, Timers timers) {
    return shares(what + " late", timers.latenessMilliseconds())
        + String.format(Locale.ROOT, "; %d early, %d missed", timers.early(), timers.missed());
  }

  private static String shares(String what, Percentiles shares) {
    return String.format(
        Locale.ROOT,
        "%s: p50 %.1f ms, p99 %.1f ms (%.1f to %.1f, %d)",
        what,
        shares.p50(),
        shares.p99(),
        shares.least(),
        shares.most(),
        shares.count());
  }
}
