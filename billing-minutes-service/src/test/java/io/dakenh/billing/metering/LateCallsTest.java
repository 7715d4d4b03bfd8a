package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.entitlement.OldMonths;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Calls that are heard of when their month is over, and calls over its end. */
@QuarkusTest
@Rows(part = {"MIN-2", "MIN-6"})
class LateCallsTest {
  private static final YearMonth THIS = BillingMonth.of(Instant.now());
  private static final YearMonth LAST = THIS.minusMonths(1);
  private static final Instant MIDNIGHT = BillingMonth.end(LAST);

  @Inject Books books;
  @Inject OldMonths months;

  @Test
  void aLateCallIsChargedToItsMonthAndLeavesThisOneAlone() {
    UUID tenantId = endedWith(600);
    Told call = new Told(tenantId, MIDNIGHT.minusSeconds(5000));

    books.apply(tenantId, List.of(call.ended(0L, 250, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL, 0, 250, 0, 0));
    assertThat(left(tenantId)).isEqualTo(350);
    assertThat(used(tenantId, LAST)).isEqualTo(250);
    books.assertConsistent(tenantId);
  }

  @Test
  void aLateCallBeyondItsMonthTakesBonusSecondsAndThenNothing() {
    UUID tenantId = endedWith(100);
    books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, 30);
    Told call = new Told(tenantId, MIDNIGHT.minusSeconds(5000));

    books.apply(tenantId, List.of(call.ended(0L, 150, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL, 0, 150, 0, 0));
    assertThat(
            books.number(
                tenantId, "select overdraft_seconds from month_usage where month = '" + LAST + "'"))
        .isEqualTo(20);
    books.assertConsistent(tenantId);
  }

  @Test
  void aCallOverMidnightBelongsToTheMonthItWasJoinedIn() {
    UUID tenantId = endedWith(600);
    Told call = new Told(tenantId, MIDNIGHT.minusSeconds(10));

    books.apply(tenantId, List.of(call.joined(0), call.beat(15)));
    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL, 0, 0, 105, 0));
    books.apply(tenantId, List.of(call.ended(0L, 40, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL, 0, 40, 0, 0));
    assertThat(left(tenantId)).isEqualTo(560);
    assertThat(used(tenantId, LAST)).isEqualTo(40);
    books.assertConsistent(tenantId);
  }

  @Test
  void aCallJoinedAtMidnightBelongsToTheNewMonth() {
    UUID tenantId = endedWith(600);
    Told call = new Told(tenantId, MIDNIGHT.minusSeconds(10));

    books.apply(tenantId, List.of(call.ended(10L, 40, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL - 30, 0, 30, 0, 0));
    assertThat(left(tenantId)).isEqualTo(600);
  }

  @Test
  void theFirstCallOfAMonthFindsItBegunEvenBeforeTheJobLooked() {
    UUID tenantId = months.openIn(LAST, 100);
    Told call = new Told(tenantId, Instant.now().minusSeconds(60));

    books.apply(tenantId, List.of(call.ended(0L, 50, "completed")));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(Books.TRIAL - 50, 0, 50, 0, 0));
    books.assertConsistent(tenantId);
  }

  /** A tenant whose last month ended with so many seconds left. */
  private UUID endedWith(long seconds) {
    UUID tenantId = months.openIn(LAST, seconds);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        books.number(
                            tenantId,
                            "select count(*) from entitlement where month = '" + THIS + "'"))
                    .isEqualTo(1));
    return tenantId;
  }

  private long left(UUID tenantId) {
    return books.number(
        tenantId, "select left_seconds from month_usage where month = '" + LAST + "'");
  }

  private long used(UUID tenantId, YearMonth month) {
    return books.number(
        tenantId, "select sum(charged_seconds) from call_record where month = '" + month + "'");
  }
}
