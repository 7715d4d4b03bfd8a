package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calls, told in random order, twice, in batches of random size, with crashes between any
 * two statements that write. Whatever happens, the end is what a plain sum says.
 */
@QuarkusTest
@Rows(part = {"MIN-3", "MIN-4", "MIN-6"})
class CallHistoriesTest {
  private static final int CALLS = 14;
  private static final int LONGEST_BATCH = 6;

  @Inject Books books;
  @Inject Crashes crashes;

  @BeforeEach
  void arm() {
    crashes.install();
  }

  @AfterEach
  void disarm() {
    crashes.remove();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void endWhereAPlainSumEnds(long seed) {
    Random random = new Random(seed);
    long monthly = random.nextInt(1200);
    long bonus = random.nextInt(400);
    List<Script> day = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      day.add(Script.random(random));
    }
    long due = day.stream().mapToLong(Script::due).sum();
    Balances expected =
        new Balances(
            Math.max(0, monthly - due),
            Math.max(0, Math.min(bonus, monthly + bonus - due)),
            due,
            0,
            Math.max(0, due - monthly - bonus));

    Balances once = play(day, monthly, bonus, new Random(seed * 31), false);
    Balances again = play(day, monthly, bonus, new Random(seed * 37), true);

    assertThat(once).isEqualTo(expected);
    assertThat(again).as("the same day in another order, with crashes").isEqualTo(expected);
  }

  private Balances play(
      List<Script> day, long monthly, long bonus, Random random, boolean crashing) {
    UUID tenantId = books.tenantWith(monthly);
    if (bonus > 0) {
      books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, bonus);
    }
    Instant start = Instant.now().minusSeconds(4000);
    List<Record> events = new ArrayList<>();
    for (Script script : day) {
      List<Record> told = script.events(new Told(tenantId, start.plusSeconds(script.offset())));
      events.addAll(told);
      events.add(told.get(random.nextInt(told.size())));
    }
    Collections.shuffle(events, random);
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(LONGEST_BATCH));
      List<Record> batch = events.subList(from, to);
      if (crashing) {
        crashes.inOneOf(random.nextInt(9), () -> books.apply(tenantId, batch));
      }
      books.apply(tenantId, batch);
      books.assertConsistent(tenantId);
      from = to;
    }
    return books.balances(tenantId);
  }

  /** What happens in one call. */
  private record Script(long offset, long joined, long length, boolean answered, String fault) {
    static Script random(Random random) {
      String[] faults = {"", "", "", "", "end-before-start", "too-long"};
      return new Script(
          random.nextInt(1000),
          1 + random.nextInt(30),
          random.nextInt(200),
          random.nextInt(5) > 0,
          faults[random.nextInt(faults.length)]);
    }

    /** Whole heartbeats, which is what an unbelievable call costs. */
    private long beats() {
      return length / 15;
    }

    long due() {
      if (!answered) {
        return 0;
      }
      return fault.isEmpty() ? length : beats() * 15;
    }

    List<Record> events(Told call) {
      List<Record> events = new ArrayList<>();
      events.add(call.started());
      if (answered) {
        events.add(call.joined(joined));
        for (int beat = 1; beat <= beats(); beat++) {
          events.add(call.beat(joined + beat * 15L));
        }
      }
      events.add(
          switch (fault) {
            case "end-before-start" -> call.ended(answered ? joined : null, -5, "completed");
            case "too-long" ->
                call.ended(answered ? joined - 200_000 : null, joined + length, "completed");
            default -> call.ended(answered ? joined : null, joined + length, "completed");
          });
      return events;
    }
  }
}
