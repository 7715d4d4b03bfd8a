package io.dakenh.benchmarks;

import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.product.TalkStage;
import io.dakenh.benchmarks.survival.Mishap;
import io.dakenh.benchmarks.survival.Trial;
import io.dakenh.benchmarks.survival.Trial.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** R1 to R4 and R9: what becomes of messages when parts of the suite die or are replaced. */
@Command(
    name = "survival",
    description = "both sides talk while parts die or are replaced; their journals are checked")
final class SurvivalBench implements Callable<Integer> {
  private static final List<String> SERVICES =
      List.of("config", "livetalk", "routing", "billing", "referral", "channels");

  @Mixin private final BenchOptions options = new BenchOptions();

  /** What happens to the suite. */
  enum Faults {
    none,
    kill,
    roll
  }

  @Option(
      names = "--faults",
      defaultValue = "kill",
      description =
          "kill: kill -9 at random; roll: every replica of every service is replaced once; none"
              + " (default: ${DEFAULT-VALUE})")
  private Faults faults;

  @Option(
      names = "--victims",
      split = ",",
      defaultValue = "livetalk,kafka,postgres,routing",
      description = "parts to kill (default: ${DEFAULT-VALUE})")
  private List<String> victims = List.of();

  @Option(names = "--runs", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private int runs;

  @Option(
      names = "--messages",
      defaultValue = "50000",
      description = "of each run (default: ${DEFAULT-VALUE})")
  private int messages;

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "messages per second while nothing is in the way (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(names = "--rooms", defaultValue = "40", description = "default: ${DEFAULT-VALUE}")
  private int rooms;

  @Option(names = "--agents", defaultValue = "4", description = "default: ${DEFAULT-VALUE}")
  private int agents;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the first run's kills; each further run has the next")
  private long seed;

  /** What {@code --json} prints. */
  record Result(String name, Faults faults, List<Outcome> runs) {}

  @Override
  public Integer call() throws IOException {
    RunningSuite suite =
        options
            .suite()
            .orElseThrow(
                () -> new IllegalStateException("a running suite is needed: ./dakenh up --detach"));
    Path journals = options.scratch();
    List<Outcome> outcomes = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      options.progress("run " + (run + 1) + " of " + runs + ": preparing " + rooms + " talks …");
      TalkStage stage = TalkStage.prepare(suite, rooms, agents);
      Path folder = Files.createDirectories(journals.resolve("run-" + (seed + run)));
      Outcome outcome = Trial.run(stage, folder, messages, rate, mishap(run));
      options.progress(line(outcome));
      outcomes.add(outcome);
      if (outcome.flawless()) {
        delete(folder);
      } else {
        options.progress("the clients' journals are in " + folder);
      }
    }
    options.result(
        outcomes.stream().map(SurvivalBench::line).toList(),
        new Result("survival", faults, outcomes));
    return outcomes.stream().allMatch(Outcome::flawless) ? 0 : 1;
  }

  private Mishap mishap(int run) {
    Path data = options.dataFolder();
    return switch (faults) {
      case none -> Mishap.none(data);
      case kill -> Mishap.kills(data, victims, seed + run);
      case roll -> Mishap.rollingRestart(data, SERVICES);
    };
  }

  private static String line(Outcome outcome) {
    var verdict = outcome.verdict();
    return String.format(
        Locale.ROOT,
        "%,d sent, %,d acknowledged, %,d shown; lost %d, duplicated %d, reordered %d, unsent %d,"
            + " reloads %d, refused %d; %d connections cut; ended %s; %.0f s; to the other screen"
            + " p50 %.1f ms, p99 %.0f ms, longest %.1f s",
        verdict.sent(),
        verdict.acknowledged(),
        verdict.shown(),
        verdict.lost(),
        verdict.duplicated(),
        verdict.reordered(),
        verdict.unsent(),
        verdict.reloads(),
        verdict.refused(),
        verdict.cuts(),
        outcome.ended(),
        outcome.seconds(),
        verdict.p50Milliseconds(),
        verdict.p99Milliseconds(),
        verdict.longestMilliseconds() / 1e3);
  }

  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("journals that nobody needs cannot be removed", e);
    }
  }
}
