package io.dakenh.benchmarks;

import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.webhooks.BareTarget;
import io.dakenh.benchmarks.webhooks.WebhookFigures;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P12: signed deliveries of providers, beside a bare handler with a group commit. */
@Command(name = "webhooks", description = "signed deliveries taken, refused, and while stalled")
final class WebhooksBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(
      names = "--pairs",
      defaultValue = "5",
      description = "rounds of the bare handler and the suite")
  private int pairs;

  @Option(names = "--posts", defaultValue = "40000", description = "requests of each run")
  private int posts;

  @Option(
      names = "--rate",
      defaultValue = "2000",
      description = "requests per second of the paced run")
  private int rate;

  /** What {@code --json} prints. */
  record Result(String name, WebhookFigures figures) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    options.progress(pairs + " rounds: the bare handler and the suite in turn");
    try (BareTarget bare = BareTarget.start(options.scratch())) {
      WebhookFigures figures =
          WebhookFigures.measure(
              suite.direct("channels").getPort(),
              bare.port(),
              suite.partPids().getOrDefault("postgres", 0L),
              new WebhookFigures.Plan(pairs, posts, rate));
      options.result(lines(figures), new Result("webhooks", figures));
    }
    return 0;
  }

  private List<String> lines(WebhookFigures figures) {
    return List.of(
        String.format(
            Locale.ROOT,
            "taken: %.0f/s (%.0f to %.0f); bare handler %.0f/s; ratio %.2f (%.2f to %.2f)",
            figures.perSecond().median(),
            figures.perSecond().min(),
            figures.perSecond().max(),
            figures.barePerSecond().median(),
            figures.ratio().median(),
            figures.ratio().min(),
            figures.ratio().max()),
        String.format(Locale.ROOT, "p99 at %d/s: %.1f ms", rate, figures.p99AtRate()),
        String.format(Locale.ROOT, "wrong signatures refused: %.0f/s", figures.refusedPerSecond()),
        String.format(
            Locale.ROOT,
            "while PostgreSQL stands still: slowest answer %.0f ms, %d told to come again",
            figures.slowestWhileStalled(),
            figures.notTakenWhileStalled()),
        "unexpected answers: " + figures.unexpected());
  }
}
