package io.dakenh.billing.entitlement;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.EntitlementRepository.Due;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends months: what is left goes back to the issuer, the plan's seconds of the new month are
 * granted. A month that was missed while the service was away is not made up for: the tenant could
 * not have used it.
 *
 * <p>Rows are claimed, so each tenant is done by one replica; the transfers' ids are made of
 * tenant, month and cause, so even a second attempt moves nothing twice.
 */
@ApplicationScoped
class MonthEnd {
  private final AgroalDataSource database;
  private final EntitlementEvents events;

  @Inject
  MonthEnd(AgroalDataSource database, EntitlementEvents events) {
    this.database = database;
    this.events = events;
  }

  /** Ends the month of at most {@code limit} tenants in one transaction; returns how many. */
  @Transactional(rollbackOn = SQLException.class)
  int endDue(int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      TenantWall.openForEveryTenant(connection);
      List<Due> due = EntitlementRepository.claimDue(connection, limit);
      if (due.isEmpty()) {
        return 0;
      }
      Instant now = EntitlementRepository.now(connection);
      YearMonth month = BillingMonth.of(now);
      List<UUID> tenants = due.stream().map(Due::tenantId).toList();
      LedgerStore.lockAccounts(connection, tenants);
      Map<UUID, Balances> left = LedgerStore.balances(connection, tenants);
      LedgerStore.post(connection, transfers(due, left, month, now));
      EntitlementRepository.renew(connection, due, month, now);
      tell(due, LedgerStore.balances(connection, tenants), month, now);
      return due.size();
    }
  }

  private static List<Transfer> transfers(
      List<Due> due, Map<UUID, Balances> left, YearMonth month, Instant now) {
    List<Transfer> transfers = new ArrayList<>();
    for (Due tenant : due) {
      long unused = left.get(tenant.tenantId()).monthlySeconds();
      if (unused > 0) {
        transfers.add(reset(tenant, unused, now));
      }
      if (tenant.plan().monthlySeconds() > 0) {
        transfers.add(
            EntitlementService.grant(
                tenant.tenantId(), tenant.plan().monthlySeconds(), month, null, now));
      }
    }
    return transfers;
  }

  private static Transfer reset(Due tenant, long unused, Instant now) {
    return new Transfer(
        Transfer.monthlyId(tenant.tenantId(), tenant.month(), TransferCause.MONTHLY_RESET),
        tenant.tenantId(),
        AccountKind.MONTHLY,
        AccountKind.ISSUER,
        unused,
        TransferCause.MONTHLY_RESET,
        tenant.month(),
        null,
        now);
  }

  private void tell(List<Due> due, Map<UUID, Balances> balances, YearMonth month, Instant now) {
    events.changed(
        due.stream()
            .map(
                tenant ->
                    new Entitlement(
                        tenant.tenantId(),
                        tenant.plan().code(),
                        month,
                        tenant.plan().monthlySeconds(),
                        balances.get(tenant.tenantId()),
                        tenant.version() + 1,
                        now))
            .toList());
  }
}
