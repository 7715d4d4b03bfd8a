package io.dakenh.benchmarks.ledger;

import io.dakenh.benchmarks.ledger.CallTraffic.Rate;
import io.dakenh.benchmarks.routing.EventWire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was measured of the ledger.
 *
 * @param rounds each with every target once, in turn
 * @param monthEndSeconds until all tenants were in the new month
 * @param sound whether debits equalled credits at every look and at the end
 */
public record LedgerFigures(List<Round> rounds, double monthEndSeconds, boolean sound) {
  /** How much of everything. */
  public record Size(int rounds, int postings, int calls, int tenants, int monthEnds) {}

  /** One round: postings a second. */
  public record Round(double naive, double batched, double oneTenant, double manyTenants) {
    /** The better of the product's two against the batched limit. */
    public double ratio() {
      return Math.max(oneTenant, manyTenants) / batched;
    }
  }

  /** Measures all of it. */
  public static LedgerFigures measure(LedgerStage stage, Size size, Consumer<String> progress) {
    try (EventWire wire = new EventWire(stage.brokers());
        Connection bare = stage.database()) {
      BareLedger.prepare(bare);
      CallTraffic hot = new CallTraffic(stage, wire);
      CallTraffic spread = new CallTraffic(stage, wire);
      progress.accept("opening 1 and " + size.tenants() + " tenants");
      hot.open(1);
      spread.open(size.tenants());
      progress.accept("warming up");
      hot.run(size.calls() / 2);
      spread.run(size.calls() / 2);
      List<Round> rounds = new ArrayList<>();
      boolean equal = true;
      for (int round = 1; round <= size.rounds(); round++) {
        progress.accept("round " + round + " of " + size.rounds());
        double naive = BareLedger.naive(bare, size.postings() / 10);
        double batched = BareLedger.batched(bare, size.postings());
        Rate one = hot.run(size.calls());
        Rate many = spread.run(size.calls());
        equal &= one.unequal() + many.unequal() == 0;
        rounds.add(new Round(naive, batched, one.postingsPerSecond(), many.postingsPerSecond()));
      }
      boolean sound = equal && hot.sound();
      progress.accept(size.monthEnds() + " months end");
      return new LedgerFigures(rounds, MonthEnds.run(stage, size.monthEnds()), sound);
    } catch (SQLException away) {
      throw new IllegalStateException("the ledger cannot be measured", away);
    }
  }
}
