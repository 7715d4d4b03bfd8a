package io.dakenh.billing.entitlement;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** Calendar months as the product counts them: in Vietnam, whatever the tenant's own zone. */
public final class BillingMonth {
  /** The zone months and days are counted in. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private BillingMonth() {}

  /** The month an instant falls into. */
  public static YearMonth of(Instant instant) {
    return YearMonth.from(instant.atZone(ZONE));
  }

  /** The instant the month begins. */
  public static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZONE).toInstant();
  }

  /** The instant the month is over: 00:00 on the 1st of the next. */
  public static Instant end(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
  }
}
