package io.dakenh.billing.entitlement;

import io.dakenh.billing.ledger.Balances;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a tenant may use.
 *
 * @param month the month it stands in
 * @param grantedSeconds granted by the plan for that month
 * @param balances what is left
 * @param version grows by one with each change
 */
record Entitlement(
    UUID tenantId,
    String planCode,
    YearMonth month,
    long grantedSeconds,
    Balances balances,
    long version,
    Instant changedAt) {}
