package io.dakenh.benchmarks;

import io.dakenh.benchmarks.ledger.LedgerFigures;
import io.dakenh.benchmarks.ledger.LedgerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** P13: seconds moved for calls of one tenant and of many, and ten thousand months that end. */
@Command(name = "ledger", description = "postings and month ends of the minutes ledger (P13)")
final class LedgerBench implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  @Option(names = "--rounds", defaultValue = "3")
  private int rounds;

  @Option(names = "--postings", defaultValue = "20000", description = "of the bare limits")
  private int postings;

  @Option(names = "--calls", defaultValue = "8000", description = "in each run of the product")
  private int calls;

  @Option(names = "--tenants", defaultValue = "1000", description = "whose calls are spread")
  private int tenants;

  @Option(names = "--month-ends", defaultValue = "10000", description = "tenants at once")
  private int monthEnds;

  /** What {@code --json} prints. */
  record Result(String name, LedgerFigures figures) {}

  @Override
  public Integer call() {
    LedgerFigures.Size size = new LedgerFigures.Size(rounds, postings, calls, tenants, monthEnds);
    try (LedgerStage stage = LedgerStage.in(options.scratch())) {
      LedgerFigures figures = LedgerFigures.measure(stage, size, options::progress);
      options.result(lines(figures, size), new Result("ledger", figures));
      return figures.sound() ? 0 : 1;
    }
  }

  private static List<String> lines(LedgerFigures figures, LedgerFigures.Size size) {
    List<String> lines = new ArrayList<>();
    lines.add("postings/s      naive   batched  one tenant  " + size.tenants() + " tenants  ratio");
    for (LedgerFigures.Round round : figures.rounds()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "            %9.0f %9.0f %11.0f %13.0f  %5.2f",
              round.naive(),
              round.batched(),
              round.oneTenant(),
              round.manyTenants(),
              round.ratio()));
    }
    lines.add(
        String.format(
            Locale.ROOT, "%d months ended in %.2f s", size.monthEnds(), figures.monthEndSeconds()));
    lines.add("debits equal credits: " + (figures.sound() ? "yes" : "NO"));
    return lines;
  }
}
