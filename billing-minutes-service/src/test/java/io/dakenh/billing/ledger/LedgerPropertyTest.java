package io.dakenh.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.platform.problem.ProblemException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is posted, in whatever order and however often: nothing appears, nothing vanishes. */
@Rows(part = "MIN-6")
class LedgerPropertyTest {
  private static final LedgerDatabase DATABASE = new LedgerDatabase();
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

  /** A movement without a tenant; {@code id} repeats, so that there are duplicates and clashes. */
  record Move(int id, AccountKind from, AccountKind to, long seconds) {
    Transfer of(UUID tenantId) {
      return new Transfer(
          new UUID(tenantId.getMostSignificantBits(), id),
          tenantId,
          from,
          to,
          seconds,
          TransferCause.MONTHLY_GRANT,
          YearMonth.of(2026, 11),
          null,
          NOON);
    }
  }

  @Provide
  Arbitrary<List<List<Move>>> histories() {
    Arbitrary<Move> grants =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(AccountKind.MONTHLY, AccountKind.BONUS),
                Arbitraries.longs().between(1, 100))
            .as((id, to, seconds) -> new Move(id, AccountKind.ISSUER, to, seconds));
    Arbitrary<Move> any =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(AccountKind.class),
                Arbitraries.integers().between(1, AccountKind.values().length - 1),
                Arbitraries.longs().between(1, 60))
            .as(
                (id, from, step, seconds) ->
                    new Move(
                        id,
                        from,
                        AccountKind.values()[(from.ordinal() + step) % AccountKind.values().length],
                        seconds));
    return Arbitraries.oneOf(grants, any).list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(12);
  }

  @Property(tries = 60)
  void everyHistoryEndsWhereAPlainModelEnds(@ForAll("histories") List<List<Move>> batches)
      throws SQLException {
    UUID tenantId = DATABASE.tenant();
    Model model = new Model();
    for (List<Move> batch : batches) {
      String expected = model.post(batch);
      assertThat(outcome(tenantId, batch)).isEqualTo(expected);
      assertConsistent(tenantId);
      assertThat(DATABASE.balances(tenantId)).isEqualTo(model.balances());
    }
    assertThat(DATABASE.number(tenantId, "select count(*) from ledger_transfer"))
        .isEqualTo(model.posted.size());
  }

  @Property(tries = 15)
  void simultaneousRepetitionsCountOnce(@ForAll("histories") List<List<Move>> batches)
      throws Exception {
    UUID tenantId = DATABASE.tenant();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        List<List<Move>> shuffled = new ArrayList<>(batches);
        Collections.shuffle(shuffled, new Random(seed));
        running.add(threads.submit(all(tenantId, shuffled)));
      }
      int posted = 0;
      for (Future<Integer> thread : running) {
        posted += thread.get();
      }
      assertThat(DATABASE.number(tenantId, "select count(*) from ledger_transfer"))
          .isEqualTo(posted);
    }
    assertConsistent(tenantId);
  }

  private static Callable<Integer> all(UUID tenantId, List<List<Move>> batches) {
    return () -> {
      int posted = 0;
      for (List<Move> batch : batches) {
        try {
          posted += DATABASE.post(tenantId, transfers(tenantId, batch)).size();
        } catch (ProblemException refused) {
          assertThat(refused.code()).isIn("transfer-id-reused", "insufficient-seconds");
        }
      }
      return posted;
    };
  }

  private static String outcome(UUID tenantId, List<Move> batch) throws SQLException {
    try {
      DATABASE.post(tenantId, transfers(tenantId, batch));
      return "posted";
    } catch (ProblemException refused) {
      return refused.code();
    }
  }

  private static List<Transfer> transfers(UUID tenantId, List<Move> batch) {
    return batch.stream().map(move -> move.of(tenantId)).toList();
  }

  private static void assertConsistent(UUID tenantId) throws SQLException {
    assertThat(DATABASE.number(tenantId, "select sum(balance_seconds) from ledger_account"))
        .as("sum of all accounts")
        .isZero();
    assertThat(DATABASE.number(tenantId, "select count(*) from ledger_drift"))
        .as("accounts whose balance is not the sum of their entries")
        .isZero();
    assertThat(
            DATABASE.number(
                tenantId,
                "select count(*) from ledger_account where kind not in ('issuer', 'overdraft') and balance_seconds < 0"))
        .as("buckets below zero")
        .isZero();
    assertThat(
            DATABASE.number(
                tenantId,
                """
                select count(*) from ledger_account a where version > 0 and balance_seconds <>
                  (select balance_after_seconds from ledger_entry e where e.account_id = a.id
                   order by balance_after_seconds = a.balance_seconds desc limit 1)"""))
        .as("accounts whose balance no entry ends at")
        .isZero();
    assertThat(DATABASE.number(tenantId, "select count(*) from ledger_entry"))
        .as("entries per transfer")
        .isEqualTo(2 * DATABASE.number(tenantId, "select count(*) from ledger_transfer"));
  }

  /** What the ledger promises, in a few lines of memory. */
  private static final class Model {
    private final Map<Integer, Move> posted = new HashMap<>();
    private Map<AccountKind, Long> held = new EnumMap<>(AccountKind.class);

    String post(List<Move> batch) {
      Map<Integer, Move> fresh = new HashMap<>();
      boolean clash = false;
      for (Move move : batch) {
        Move known = posted.containsKey(move.id()) ? posted.get(move.id()) : fresh.get(move.id());
        if (known == null) {
          fresh.put(move.id(), move);
        } else {
          clash |= !known.equals(move);
        }
      }
      Map<AccountKind, Long> after = new EnumMap<>(held.isEmpty() ? empty() : held);
      fresh
          .values()
          .forEach(
              move -> {
                after.merge(move.from(), -move.seconds(), Long::sum);
                after.merge(move.to(), move.seconds(), Long::sum);
              });
      boolean clashInside =
          batch.stream()
              .anyMatch(
                  move -> batch.stream().anyMatch(m -> m.id() == move.id() && !m.equals(move)));
      boolean overdrawn =
          after.entrySet().stream().anyMatch(e -> !bounded(e.getKey(), e.getValue()));
      if (clashInside) {
        return "transfer-id-reused";
      }
      if (overdrawn) {
        return "insufficient-seconds";
      }
      if (clash) {
        return "transfer-id-reused";
      }
      posted.putAll(fresh);
      held = after;
      return "posted";
    }

    Balances balances() {
      return new Balances(
          held.getOrDefault(AccountKind.MONTHLY, 0L),
          held.getOrDefault(AccountKind.BONUS, 0L),
          held.getOrDefault(AccountKind.USED, 0L),
          held.getOrDefault(AccountKind.HELD, 0L),
          -held.getOrDefault(AccountKind.OVERDRAFT, 0L));
    }

    private static boolean bounded(AccountKind kind, long balance) {
      return switch (kind) {
        case ISSUER, OVERDRAFT -> balance <= 0;
        case MONTHLY, BONUS, USED, HELD -> balance >= 0;
      };
    }

    private static Map<AccountKind, Long> empty() {
      Map<AccountKind, Long> zero = new EnumMap<>(AccountKind.class);
      for (AccountKind kind : AccountKind.values()) {
        zero.put(kind, 0L);
      }
      return zero;
    }
  }
}
