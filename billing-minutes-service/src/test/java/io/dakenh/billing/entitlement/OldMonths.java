package io.dakenh.billing.entitlement;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Tenants that were left behind in a month that is over. */
@ApplicationScoped
public class OldMonths {
  @Inject AgroalDataSource database;

  /** A tenant on the trial plan whose month was granted so many seconds. */
  public UUID openIn(YearMonth month, long seconds) {
    UUID tenantId = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> open(tenantId, month, seconds));
    return tenantId;
  }

  private void open(UUID tenantId, YearMonth month, long seconds) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      Plan plan = Plans.trial(connection, "trial");
      EntitlementRepository.open(connection, tenantId, plan, month, Instant.now());
      MonthUsage.open(
          connection, List.of(new MonthUsage.Opening(tenantId, month, plan.code(), seconds)));
      LedgerStore.openAccounts(connection, tenantId);
      LedgerStore.post(
          connection,
          List.of(EntitlementService.grant(tenantId, seconds, month, null, Instant.now())));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
