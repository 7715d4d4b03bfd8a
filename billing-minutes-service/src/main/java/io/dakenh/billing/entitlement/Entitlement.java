package io.dakenh.billing.entitlement;

import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.plan.Plan;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may use.
 *
 * @param month the month it stands in
 * @param grantedSeconds granted by the plan for that month
 * @param bonusSpentSeconds bonus seconds that calls of the month used
 * @param balances what is left
 * @param nextPlanCode the plan from the next month on, null when it stays
 * @param version grows by one with each change
 */
public record Entitlement(
    UUID tenantId,
    Plan plan,
    YearMonth month,
    long grantedSeconds,
    long bonusSpentSeconds,
    Balances balances,
    @Nullable String nextPlanCode,
    long version,
    Instant changedAt) {
  private static final long FIRST_WARNING = 80;
  private static final long SECOND_WARNING = 95;
  private static final long WHOLE = 100;

  /** How near the end is; what runs right now counts as used. */
  public String level() {
    long available = balances.available();
    if (available <= 0) {
      return "exhausted";
    }
    long everything = Math.max(capacity(), available);
    long usedPercent = (everything - available) * WHOLE / everything;
    if (usedPercent >= SECOND_WARNING) {
      return "warning-95";
    }
    return usedPercent >= FIRST_WARNING ? "warning-80" : "ok";
  }

  /** Everything there was to use this month. */
  private long capacity() {
    return grantedSeconds + balances.bonusSeconds() + bonusSpentSeconds;
  }
}
