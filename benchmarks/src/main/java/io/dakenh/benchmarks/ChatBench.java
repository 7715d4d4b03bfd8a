package io.dakenh.benchmarks;

import io.dakenh.benchmarks.driver.ChatDriver;
import io.dakenh.benchmarks.driver.Load;
import io.dakenh.benchmarks.driver.RunResult;
import io.dakenh.benchmarks.driver.Target;
import io.dakenh.benchmarks.limit.LimitTarget;
import io.dakenh.benchmarks.product.SuiteTarget;
import io.dakenh.benchmarks.report.ChatReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P1 and P3: messages from visitors to agents, stored first. */
@Command(
    name = "chat",
    description = "visitor to agent: latency at a fixed rate, capacity in closed loops")
final class ChatBench implements Callable<Integer> {
  private static final int WARM_UP_SECONDS = 3;

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--pairs", defaultValue = "5", description = "rounds (default: ${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "timed part of each run (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(names = "--rooms", defaultValue = "500", description = "default: ${DEFAULT-VALUE}")
  private int rooms;

  @Option(names = "--agents", defaultValue = "10", description = "default: ${DEFAULT-VALUE}")
  private int agents;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "messages per second of the open loop (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--mode",
      split = ",",
      defaultValue = "rate,closed",
      description = "rate, closed (default: both)")
  private List<String> modes = List.of();

  /** What {@code --json} prints. */
  record Result(String name, List<ChatReport> reports) {}

  private Map<String, Load> loads() {
    Map<String, Load> loads = new LinkedHashMap<>();
    if (modes.contains("rate")) {
      loads.put("rate", Load.rate(rooms, agents, rate, WARM_UP_SECONDS, seconds));
    }
    if (modes.contains("closed")) {
      loads.put("closed 8x1", closed(8, 1));
      loads.put("closed 100x1", closed(100, 1));
      loads.put("closed 100x4", closed(100, 4));
    }
    return loads;
  }

  private Load closed(int wanted, int window) {
    int used = Math.min(wanted, rooms);
    return Load.closed(used, agents, window, WARM_UP_SECONDS, seconds);
  }

  @Override
  public Integer call() {
    List<Target> targets = new ArrayList<>();
    try {
      open(targets);
      List<ChatReport> reports = new ArrayList<>();
      loads().forEach((name, load) -> reports.add(measure(name, load, targets)));
      List<String> lines = reports.stream().flatMap(report -> report.lines().stream()).toList();
      options.result(lines, new Result("chat", reports));
      return 0;
    } finally {
      targets.reversed().forEach(Target::close);
    }
  }

  private void open(List<Target> targets) {
    Path scratch = options.scratch();
    if (options.wants("relay")) {
      targets.add(LimitTarget.relay(scratch));
    }
    if (options.wants("durable")) {
      targets.add(LimitTarget.durableRelay(scratch));
    }
    options
        .suite()
        .ifPresent(
            suite -> {
              options.progress("preparing " + rooms + " conversations of " + agents + " agents …");
              targets.add(SuiteTarget.prepare(suite, rooms, agents, options.throughGateway()));
            });
  }

  /** Each round loads every target once, so that drift of the machine meets all alike. */
  private ChatReport measure(String name, Load load, List<Target> targets) {
    List<RunResult> runs = new ArrayList<>();
    for (int round = 1; round <= pairs; round++) {
      for (Target target : targets) {
        options.progress(name + ", round " + round + " of " + pairs + ": " + target.name());
        runs.add(ChatDriver.run(target, load));
      }
    }
    return ChatReport.of(name, load, runs);
  }
}
