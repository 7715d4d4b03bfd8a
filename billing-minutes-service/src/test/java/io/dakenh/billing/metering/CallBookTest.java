package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.contracts.billing.CallHoldRefused;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallBookTest {
  @Inject Books books;

  @Test
  @Rows(part = {"MIN-2", "MIN-4"})
  void holdsAheadWhileACallRunsAndChargesToTheSecond() {
    UUID tenantId = books.tenantWith(1000);
    Told call = new Told(tenantId, Instant.now().minusSeconds(60));

    books.apply(tenantId, List.of(call.started()));
    assertThat(books.balances(tenantId).heldSeconds()).isZero();

    books.apply(tenantId, List.of(call.joined(10)));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(910, 0, 0, 90, 0));

    books.apply(tenantId, List.of(call.beat(25)));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(895, 0, 0, 105, 0));

    books.apply(tenantId, List.of(call.ended(10L, 47, "completed")));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(963, 0, 37, 0, 0));
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = {"MIN-3", "MIN-4"})
  void spendsBonusSecondsAfterMonthlyOnes() {
    UUID tenantId = books.tenantWith(50);
    books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, 100);
    Told call = new Told(tenantId, Instant.now().minusSeconds(300));

    books.apply(tenantId, List.of(call.ended(0L, 70, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(0, 80, 70, 0, 0));
  }

  @Test
  @Rows(part = "MIN-3")
  void monthlySecondsThatComeBackTakeThePlaceOfBonusSecondsThatWereSpent() {
    UUID tenantId = books.tenantWith(90);
    books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, 100);
    Told holding = new Told(tenantId, Instant.now().minusSeconds(20));
    Told other = new Told(tenantId, Instant.now().minusSeconds(300));

    books.apply(tenantId, List.of(holding.joined(0)));
    books.apply(tenantId, List.of(other.ended(0L, 40, "completed")));
    assertThat(books.balances(tenantId).bonusSeconds()).isEqualTo(60);
    books.apply(tenantId, List.of(holding.ended(0L, 10, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(40, 100, 50, 0, 0));
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = {"MIN-5", "MIN-6"})
  void aRunningCallMayFinishOnAnOverdraftWhichBonusSecondsRepay() {
    UUID tenantId = books.tenantWith(95);
    Told call = new Told(tenantId, Instant.now().minusSeconds(200));

    books.apply(tenantId, List.of(call.joined(0)));
    books.apply(tenantId, List.of(call.beat(30)));
    books.apply(tenantId, List.of(call.ended(0L, 125, "completed")));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(0, 0, 125, 0, 30));
    books.assertConsistent(tenantId);
    try (EventProbe probe = EventProbe.connect()) {
      CallHoldRefused refused =
          probe.await(
              EventCatalog.CALL_HOLD_REFUSED,
              tenantId,
              event -> event.callId().equals(call.callId()));
      assertThat(refused.policy()).isEqualTo("finish");
      assertThat(refused.cutAt()).isNull();
    }

    books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, 50);
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(0, 20, 125, 0, 0));
  }

  @Test
  @Rows(part = {"MIN-4", "MIN-5"})
  void sixtyFourCallsAtOnceNeverSpendTheLastMinuteTwice() throws Exception {
    UUID tenantId = books.tenantWith(60);
    Instant start = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.MICROS);
    List<Told> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(new Told(tenantId, start));
    }
    CyclicBarrier together = new CyclicBarrier(calls.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Told call : calls) {
        running.add(
            threads.submit(
                () -> {
                  together.await();
                  books.apply(tenantId, List.of(call.joined(0)));
                  return null;
                }));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    }
    try (EventProbe probe = EventProbe.connect()) {
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(probe.present(EventCatalog.CALL_HOLD_REFUSED, tenantId))
                      .hasSize(calls.size()));
      List<CallHoldRefused> refused = probe.present(EventCatalog.CALL_HOLD_REFUSED, tenantId);
      assertThat(refused.stream().filter(event -> event.policy().equals("cut"))).hasSize(63);
      assertThat(refused)
          .filteredOn(event -> event.policy().equals("cut"))
          .allSatisfy(event -> assertThat(event.cutAt()).isEqualTo(start.plusSeconds(60)));
    }
    assertThat(books.number(tenantId, "select count(*) from ledger_transfer where cause = 'hold'"))
        .isEqualTo(1);
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-6")
  void silenceEndsACallWhereItWasLastHeard() {
    UUID tenantId = books.tenantWith(1000);
    Told call = new Told(tenantId, Instant.now().minusSeconds(60));
    books.apply(tenantId, List.of(call.started(), call.joined(10), call.beat(40)));
    assertThat(books.balances(tenantId).heldSeconds()).isEqualTo(120);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(books.balances(tenantId)).isEqualTo(new Balances(970, 0, 30, 0, 0)));
    assertThat(books.number(tenantId, "select count(*) from call_record where outcome = 'lost'"))
        .isEqualTo(1);

    books.apply(tenantId, List.of(call.ended(10L, 58, "completed")));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(952, 0, 48, 0, 0));
    assertThat(
            books.number(tenantId, "select count(*) from call_record where outcome = 'completed'"))
        .isEqualTo(1);
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-6")
  void whatWasNotBelievedIsSettledWhenTheTruthComes() {
    UUID tenantId = books.tenantWith(1000);
    Told call = new Told(tenantId, Instant.now().minusSeconds(400));

    books.apply(tenantId, List.of(call.ended(0L, -100, "completed")));
    assertThat(books.number(tenantId, "select count(*) from call_record where fault is not null"))
        .isEqualTo(1);
    assertThat(books.balances(tenantId).usedSeconds()).isZero();

    books.apply(tenantId, List.of(call.joined(0), call.beat(90)));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(910, 0, 90, 0, 0));
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-6")
  void aCallOfATenantNobodyToldOfYetOpensItsAccounts() {
    UUID tenantId = UUID.randomUUID();
    Told call = new Told(tenantId, Instant.now().minusSeconds(100));

    books.apply(tenantId, List.of(call.ended(0L, 60, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(3540, 0, 60, 0, 0));
  }
}
