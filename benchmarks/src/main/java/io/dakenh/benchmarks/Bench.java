package io.dakenh.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./dakenh bench}: lists the benchmarks, or runs the named one. */
@Command(
    name = "bench",
    subcommands = {
      ChatBench.class,
      BootstrapBench.class,
      PublishBench.class,
      IdleBench.class,
      StartBench.class,
      WebhooksBench.class,
      RoutingBench.class,
      LedgerBench.class,
      SurvivalBench.class,
      SignupBench.class
    },
    description = "measures the suite against bare limits in the same run")
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Bench() {}

  /** The arguments of {@code ./dakenh bench}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
