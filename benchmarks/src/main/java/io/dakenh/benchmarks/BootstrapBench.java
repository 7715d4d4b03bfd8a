package io.dakenh.benchmarks;

import io.dakenh.benchmarks.bootstrap.BootstrapFigures;
import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.report.Spread;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P11: the public widget document beside nginx with the same bytes. */
@Command(name = "bootstrap", description = "requests per second of the public widget document")
final class BootstrapBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--pairs", defaultValue = "5", description = "rounds of nginx and the suite")
  private int pairs;

  @Option(names = "--seconds", defaultValue = "6", description = "of each run")
  private int seconds;

  /** What {@code --json} prints. */
  record Result(String name, BootstrapFigures figures) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    int port = suite.ports().getOrDefault("config", suite.origin().getPort());
    String url = "http://127.0.0.1:" + port + "/api/v1/public/widgets/" + suite.newWidgetKey();
    options.progress(pairs + " rounds of " + 4 * seconds + " s: nginx and the suite in turn");
    BootstrapFigures figures = BootstrapFigures.measure(url, options.scratch(), pairs, seconds);
    options.result(
        List.of(
            String.format(
                Locale.ROOT,
                "%d bytes: %s requests/s, p99 %s ms; nginx %s requests/s",
                figures.documentBytes(),
                spread("%.0f", figures.requestsPerSecond()),
                spread("%.2f", figures.latencyP99Milliseconds()),
                spread("%.0f", figures.nginxRequestsPerSecond())),
            "suite over nginx: "
                + spread("%.2f", figures.ratio())
                + "; with 304: "
                + spread("%.2f", figures.notModifiedRatio())),
        new Result("bootstrap", figures));
    return 0;
  }

  private static String spread(String format, Spread spread) {
    return String.format(
        Locale.ROOT,
        format + " (" + format + " to " + format + ")",
        spread.median(),
        spread.min(),
        spread.max());
  }
}
