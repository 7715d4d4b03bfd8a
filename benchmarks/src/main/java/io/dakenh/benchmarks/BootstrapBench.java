package io.dakenh.benchmarks;

import io.dakenh.benchmarks.bootstrap.BootstrapFigures;
import io.dakenh.benchmarks.bootstrap.Crowd;
import io.dakenh.benchmarks.bootstrap.CrowdFigures;
import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--businesses",
      defaultValue = "10000",
      description = "documents beside the measured one; 0: none")
  private int businesses;

  /** What {@code --json} prints. */
  record Result(String name, BootstrapFigures figures, @Nullable CrowdFigures crowd) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    String documents = suite.direct("config") + "/api/v1/public/widgets/";
    String key = suite.newWidgetKey();
    options.progress(pairs + " rounds of " + 4 * seconds + " s: nginx and the suite in turn");
    BootstrapFigures figures =
        BootstrapFigures.measure(documents + key, options.scratch(), pairs, seconds);
    List<String> lines = new ArrayList<>(lines(figures));
    CrowdFigures crowd = null;
    if (businesses > 0) {
      options.progress("adding the documents of " + businesses + " more businesses");
      try (Crowd others = Crowd.add(suite.mongoUrl(), key, businesses)) {
        options.progress(pairs + " rounds of " + 2 * seconds + " s: one business, all of them");
        crowd =
            CrowdFigures.measure(
                suite.direct("config"), key, others.keys(), options.scratch(), pairs, seconds);
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%d businesses asked in turn: %s times the requests/s of one",
              businesses,
              spread("%.2f", crowd.ratio())));
    }
    options.result(lines, new Result("bootstrap", figures, crowd));
    return 0;
  }

  private static List<String> lines(BootstrapFigures figures) {
    return List.of(
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
            + spread("%.2f", figures.notModifiedRatio()));
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
