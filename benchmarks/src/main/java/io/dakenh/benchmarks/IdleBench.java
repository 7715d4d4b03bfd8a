package io.dakenh.benchmarks;

import io.dakenh.benchmarks.driver.IdleDriver;
import io.dakenh.benchmarks.driver.IdleResult;
import io.dakenh.benchmarks.driver.Target;
import io.dakenh.benchmarks.limit.LimitTarget;
import io.dakenh.benchmarks.product.SuiteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P4 and P5: what sockets cost while nobody types. */
@Command(name = "idle", description = "memory and CPU of idle visitor sockets")
final class IdleBench implements Callable<Integer> {
  /** Below what one address may open at once for one business. */
  private static final int VISITORS_PER_BUSINESS = 50;

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--sockets",
      defaultValue = "1000",
      description = "each a visitor of its own (default: ${DEFAULT-VALUE})")
  private int sockets;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "how long they idle (default: ${DEFAULT-VALUE})")
  private int seconds;

  /** What {@code --json} prints. */
  record Result(String name, List<IdleResult> results) {}

  @Override
  public Integer call() {
    List<IdleResult> results = new ArrayList<>();
    if (options.wants("relay")) {
      results.add(measure(LimitTarget.relay(options.scratch())));
    }
    options
        .suite()
        .ifPresent(
            suite ->
                results.add(
                    measure(
                        SuiteTarget.prepare(
                            suite,
                            sockets,
                            Math.ceilDiv(sockets, VISITORS_PER_BUSINESS),
                            options.throughGateway()))));
    List<String> lines = results.stream().map(IdleBench::line).toList();
    options.result(lines, new Result("idle", results));
    return 0;
  }

  private IdleResult measure(Target target) {
    try (target) {
      options.progress(sockets + " idle sockets for " + seconds + " s: " + target.name());
      return IdleDriver.run(target, sockets, seconds);
    }
  }

  private static String line(IdleResult result) {
    return String.format(
        Locale.ROOT,
        "%-8s %d sockets: %.1f KB RSS and %.2f µs CPU per second, each",
        result.target(),
        result.sockets(),
        result.rssKilobytesPerSocket(),
        result.cpuMicrosPerSocketSecond());
  }
}
