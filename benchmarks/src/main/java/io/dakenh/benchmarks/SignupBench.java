package io.dakenh.benchmarks;

import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.signup.SignupFigures;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the thousandth business is registered as fast as the first. */
@Command(name = "signup", description = "registers businesses; each must have a working widget")
final class SignupBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--businesses", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int businesses;

  @Option(names = "--at-once", defaultValue = "4", description = "default: ${DEFAULT-VALUE}")
  private int atOnce;

  @Option(names = "--block", defaultValue = "50", description = "default: ${DEFAULT-VALUE}")
  private int block;

  /** What {@code --json} prints. */
  record Result(String name, SignupFigures figures) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    SignupFigures figures =
        SignupFigures.measure(suite, businesses, atOnce, block, options::progress);
    options.result(
        List.of(
            String.format(
                Locale.ROOT,
                "%d businesses, %.1f a second; the last quarter took %.2f times as long as the first",
                figures.registered(),
                figures.perSecond(),
                figures.lastToFirst())),
        new Result("signup", figures));
    return 0;
  }
}
