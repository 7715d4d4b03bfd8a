package io.dakenh.benchmarks.routing;

import io.dakenh.benchmarks.routing.Company.Rules;
import io.dakenh.routing.engine.AllocationMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What was measured of routing.
 *
 * @param openedToOfferedMilliseconds by mode
 * @param claimsPerSecond of the bare SKIP LOCKED loop on the same database
 */
public record RoutingFigures(
    List<Choice> choices,
    Map<String, Percentiles> openedToOfferedMilliseconds,
    double drainSeconds,
    Race race,
    Timers timers,
    Timers timersWithKill,
    double claimsPerSecond) {
  private static final List<String> MODES =
      Arrays.stream(AllocationMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();

  /** How much of everything. */
  public record Size(
      int agents,
      int departments,
      int conversations,
      int perSecond,
      int waiting,
      int accepts,
      int timers,
      int spreadSeconds) {}

  /** Measures all of it, one after the other. */
  public static RoutingFigures measure(RoutingStage stage, Size size, Consumer<String> progress) {
    List<Choice> choices = new ArrayList<>();
    for (AllocationMode mode : AllocationMode.values()) {
      for (int agents : new int[] {10, 20, 1_000}) {
        choices.add(Choice.measure(mode, agents));
      }
    }
    try (EventWire wire = new EventWire(stage.brokers())) {
      int each = size.agents() / size.departments();
      Map<String, Percentiles> offered = new TreeMap<>();
      for (String mode : MODES) {
        progress.accept(size.agents() + " agents come online, mode " + mode);
        Company company =
            Company.of(stage, wire, size.departments(), each, new Rules(mode, 300, 3_600));
        company.everyone("online");
        company.awaitEveryone("online");
        offered.put(mode, Offering.measure(wire, company, size.conversations(), size.perSecond()));
        company.everyone("offline");
        company.awaitEveryone("offline");
      }
      progress.accept(size.waiting() + " conversations wait for everyone to come");
      Company drained =
          Company.of(stage, wire, size.departments(), each, new Rules("sequential", 300, 30));
      double drain = Offering.drain(wire, drained, size.waiting());
      progress.accept(size.accepts() + " accepts at once");
      Company racing = Company.of(stage, wire, 1, size.accepts(), new Rules("all", 300, 3_600));
      racing.everyone("online");
      racing.awaitEveryone("online");
      Race race = Race.run(stage, wire, racing);
      progress.accept(size.timers() + " timers");
      Timers timers = timers(stage, wire, size, false);
      progress.accept(size.timers() + " timers and a kill");
      Timers killed = timers(stage, wire, size, true);
      return new RoutingFigures(
          choices,
          offered,
          drain,
          race,
          timers,
          killed,
          SkipLocked.rowsPerSecond(stage, size.timers()));
    }
  }

  /** Nobody is there, so that each ends in the queue. */
  private static Timers timers(RoutingStage stage, EventWire wire, Size size, boolean killed) {
    Company company = Company.of(stage, wire, 1, 1, new Rules("sequential", 300, 3_600));
    company.everyone("online");
    company.awaitEveryone("online");
    return Timers.run(stage, company, size.timers(), size.spreadSeconds(), killed);
  }
}
