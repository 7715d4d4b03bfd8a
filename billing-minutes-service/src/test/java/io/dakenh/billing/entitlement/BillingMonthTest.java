package io.dakenh.billing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rows(part = "MIN-2")
class BillingMonthTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-30T16:59:59.999Z, 2026-11",
    "2026-11-30T17:00:00Z, 2026-12",
    "2026-12-31T17:00:00Z, 2027-01",
    "2028-02-29T16:59:59Z, 2028-02",
    "2028-02-29T17:00:00Z, 2028-03"
  })
  void changesAtMidnightInVietnam(Instant instant, YearMonth month) {
    assertThat(BillingMonth.of(instant)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, 2026-11-30T17:00:00Z",
    "2026-12, 2026-12-31T17:00:00Z",
    "2028-02, 2028-02-29T17:00:00Z"
  })
  void endsWhereTheNextBegins(YearMonth month, Instant end) {
    assertThat(BillingMonth.end(month)).isEqualTo(end);
    assertThat(BillingMonth.of(end)).isEqualTo(month.plusMonths(1));
  }
}
