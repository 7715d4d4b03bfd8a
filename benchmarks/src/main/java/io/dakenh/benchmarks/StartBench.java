package io.dakenh.benchmarks;

import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.start.ServiceStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P14: how fast each service answers after its start, and what it takes. */
@Command(name = "start", description = "first response, CPU and memory of each service")
final class StartBench implements Callable<Integer> {
  private static final List<String> SERVICES =
      List.of("config", "livetalk", "routing", "billing", "referral", "channels");

  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--pairs", defaultValue = "5", description = "starts with and without the cache")
  private int pairs;

  @Option(names = "--service", split = ",", description = "only these (default: all)")
  private List<String> services = SERVICES;

  /** What {@code --json} prints. */
  record Result(String name, List<ServiceStart> services) {}

  @Override
  public Integer call() {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    List<ServiceStart> results = new ArrayList<>();
    for (String service : services) {
      options.progress(pairs + " pairs of starts: " + service);
      results.add(ServiceStart.measure(service, pid(suite.partPids(), service), pairs));
    }
    options.result(results.stream().map(StartBench::line).toList(), new Result("start", results));
    return 0;
  }

  private static long pid(Map<String, Long> pids, String service) {
    Long pid = pids.get(service);
    if (pid == null) {
      throw new IllegalArgumentException("the suite runs no service " + service);
    }
    return pid;
  }

  private static String line(ServiceStart start) {
    return String.format(
        Locale.ROOT,
        "%-8s %4.0f ms, %.2f CPU-s, %3.0f MB; without the cache %4.0f ms, %.2f CPU-s, %3.0f MB;"
            + " %.2f times as fast (%.2f to %.2f)",
        start.service(),
        start.firstResponseMilliseconds().median(),
        start.cpuSeconds().median(),
        start.rssMegabytes().median(),
        start.firstResponseWithoutCacheMilliseconds().median(),
        start.cpuSecondsWithoutCache().median(),
        start.rssMegabytesWithoutCache().median(),
        start.startRatio().median(),
        start.startRatio().min(),
        start.startRatio().max());
  }
}
