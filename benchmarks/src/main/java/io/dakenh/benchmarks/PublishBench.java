package io.dakenh.benchmarks;

import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.publish.OpenWidgets;
import io.dakenh.benchmarks.publish.PublishFigures;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From an owner's click on apply to the new settings in every open widget. */
@Command(name = "publish", description = "time until open widgets have what was applied")
final class PublishBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--widgets", defaultValue = "2000", description = "open at the same time")
  private int widgets;

  @Option(names = "--publishes", defaultValue = "10", description = "after one to warm up")
  private int publishes;

  /** What {@code --json} prints. */
  record Result(String name, PublishFigures figures) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    options.progress(publishes + " publishes with " + widgets + " widgets open");
    PublishFigures figures = OpenWidgets.measure(suite, widgets, publishes);
    options.result(
        List.of(
            String.format(
                Locale.ROOT,
                "%d widgets, %d publishes: p50 %.0f ms, p99 %.0f ms (%.0f to %.0f), slowest %.0f ms",
                figures.widgets(),
                figures.publishes(),
                figures.medianMilliseconds().median(),
                figures.p99Milliseconds().median(),
                figures.p99Milliseconds().min(),
                figures.p99Milliseconds().max(),
                figures.slowestMilliseconds().max())),
        new Result("publish", figures));
    return 0;
  }
}
