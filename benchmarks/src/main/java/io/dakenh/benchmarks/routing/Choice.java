package io.dakenh.benchmarks.routing;

import io.dakenh.routing.engine.AllocationEngine;
import io.dakenh.routing.engine.AllocationMode;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.Availability;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Hours;
import io.dakenh.routing.engine.Member;
import io.dakenh.routing.engine.OfferBook;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.engine.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time of the engine for one first choice: the department is known, nobody was asked yet.
 *
 * @param agents in the department
 */
public record Choice(String mode, int agents, double p50Microseconds, double p99Microseconds) {
  private static final int WARM_UP = 20_000;
  private static final int MEASURED = 20_000;
  private static final double NANOS_PER_MICROSECOND = 1e3;

  static Choice measure(AllocationMode mode, int agents) {
    AtomicLong ids = new AtomicLong();
    AllocationEngine engine =
        new AllocationEngine(() -> new UUID(1, ids.incrementAndGet()), new Random(1));
    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    Team team = team(mode, agents, now);
    int share = Math.max(1, agents / 20);
    double[] took = new double[MEASURED / share];
    long changes = 0;
    for (int i = -WARM_UP / share; i < took.length; i++) {
      long begin = System.nanoTime();
      Decision decision =
          engine.review(new AllocationState.Waiting(0), OfferBook.empty(), team, now);
      long end = System.nanoTime();
      changes += decision.changes().size();
      if (i >= 0) {
        took[i] = (end - begin) / NANOS_PER_MICROSECOND;
      }
    }
    if (changes == 0) {
      throw new IllegalStateException("the engine asked nobody");
    }
    Percentiles shares = Percentiles.of(took);
    return new Choice(
        mode.name().toLowerCase(java.util.Locale.ROOT), agents, shares.p50(), shares.p99());
  }

  private static Team team(AllocationMode mode, int agents, Instant now) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      members.add(new Member(new UUID(2, i), Availability.ONLINE, now));
    }
    return new Team(
        new UUID(3, 3),
        "Bộ phận",
        mode,
        Duration.ofSeconds(20),
        Duration.ofSeconds(300),
        members,
        Hours.ALWAYS,
        false,
        Wishes.NONE);
  }
}
