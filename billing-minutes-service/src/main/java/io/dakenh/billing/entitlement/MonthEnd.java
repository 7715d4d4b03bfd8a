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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends months: what is left goes back to the issuer, what was overdrawn is forgiven, the plan's
 * seconds of the new month are granted. Seconds of calls that run on stay held. A month that was
 * missed while the service was away is not made up for: the tenant could not have used it.
 *
 * <p>Rows are claimed, so each tenant is done by one replica; the transfers' ids are made of
 * tenant, month and cause, so even a second attempt moves nothing twice.
 */
@ApplicationScoped
public class MonthEnd {
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
      end(connection, due);
      return due.size();
    }
  }

  /**
   * Ends the month of those of the tenants that are due, on the caller's connection: whatever
   * happens in the new month must find it begun.
   */
  public void endFor(Connection connection, Collection<UUID> tenantIds) throws SQLException {
    end(connection, EntitlementRepository.claimDue(connection, tenantIds));
  }

  private void end(Connection connection, List<Due> due) throws SQLException {
    if (due.isEmpty()) {
      return;
    }
    Instant now = Standings.now(connection);
    YearMonth month = BillingMonth.of(now);
    List<UUID> tenants = due.stream().map(Due::tenantId).toList();
    LedgerStore.lockAccounts(connection, tenants);
    Map<UUID, Balances> left = LedgerStore.balances(connection, tenants);
    LedgerStore.post(connection, transfers(due, left, month, now));
    MonthUsage.close(
        connection, due.stream().map(d -> closing(d, left.get(d.tenantId()))).toList());
    MonthUsage.open(connection, due.stream().map(d -> opening(d, month)).toList());
    EntitlementRepository.renew(connection, due, month, now);
    tell(due, LedgerStore.balances(connection, tenants), month, now);
  }

  private static MonthUsage.Closing closing(Due tenant, Balances left) {
    return new MonthUsage.Closing(
        tenant.tenantId(), tenant.month(), left.monthlySeconds(), left.overdraftSeconds());
  }

  private static MonthUsage.Opening opening(Due tenant, YearMonth month) {
    return new MonthUsage.Opening(
        tenant.tenantId(), month, tenant.plan().code(), tenant.plan().monthlySeconds());
  }

  private static List<Transfer> transfers(
      List<Due> due, Map<UUID, Balances> left, YearMonth month, Instant now) {
    List<Transfer> transfers = new ArrayList<>();
    for (Due tenant : due) {
      Balances balances = left.get(tenant.tenantId());
      if (balances.monthlySeconds() > 0) {
        transfers.add(reset(tenant, balances.monthlySeconds(), now));
      }
      if (balances.overdraftSeconds() > 0) {
        transfers.add(forgive(tenant, balances.overdraftSeconds(), now));
      }
      if (tenant.plan().monthlySeconds() > 0) {
        transfers.add(
            EntitlementService.grant(
                tenant.tenantId(), tenant.plan().monthlySeconds(), month, null, now));
      }
    }
    return transfers;
  }

  private static Transfer forgive(Due tenant, long overdraft, Instant now) {
    return new Transfer(
        Transfer.monthlyId(tenant.tenantId(), tenant.month(), TransferCause.OVERDRAFT_FORGIVEN),
        tenant.tenantId(),
        AccountKind.ISSUER,
        AccountKind.OVERDRAFT,
        overdraft,
        TransferCause.OVERDRAFT_FORGIVEN,
        tenant.month(),
        null,
        now);
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
                        tenant.plan(),
                        month,
                        tenant.plan().monthlySeconds(),
                        0,
                        balances.get(tenant.tenantId()),
                        null,
                        tenant.version() + 1,
                        now))
            .toList());
  }
}
