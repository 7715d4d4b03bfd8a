package io.dakenh.billing.entitlement;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.BillingConfig;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a business's accounts and says what it may use. */
@ApplicationScoped
public class EntitlementService {
  private final AgroalDataSource database;
  private final BillingConfig config;
  private final EntitlementEvents events;

  @Inject
  EntitlementService(AgroalDataSource database, BillingConfig config, EntitlementEvents events) {
    this.database = database;
    this.config = config;
    this.events = events;
  }

  /**
   * Opens the tenant's accounts and grants the trial plan's seconds of the current month. Does
   * nothing when they are open: neither a repeated event nor a newer state of the tenant grants
   * again.
   *
   * @param eventId the event that told of the tenant
   */
  @Transactional
  public void open(UUID tenantId, UUID eventId) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      Plan plan = Plans.trial(connection, config.trialPlan());
      Instant now = Standings.now(connection);
      YearMonth month = BillingMonth.of(now);
      if (!EntitlementRepository.open(connection, tenantId, plan, month, now)) {
        return;
      }
      LedgerStore.openAccounts(connection, tenantId);
      MonthUsage.open(
          connection,
          List.of(new MonthUsage.Opening(tenantId, month, plan.code(), plan.monthlySeconds())));
      if (plan.monthlySeconds() > 0) {
        LedgerStore.post(
            connection, List.of(grant(tenantId, plan.monthlySeconds(), month, eventId, now)));
      }
      events.changed(EntitlementRepository.find(connection, tenantId).orElseThrow(), eventId);
    } catch (SQLException failed) {
      throw new EntitlementStoreException(failed);
    }
  }

  /**
   * What the tenant may use.
   *
   * @throws ProblemException {@code entitlement-not-found} while the tenant's accounts are not open
   */
  @Transactional
  public Entitlement get(UUID tenantId) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      return EntitlementRepository.find(connection, tenantId)
          .orElseThrow(() -> ProblemException.notFound("entitlement"));
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  static Transfer grant(
      UUID tenantId, long seconds, YearMonth month, @Nullable UUID eventId, Instant now) {
    return new Transfer(
        Transfer.monthlyId(tenantId, month, TransferCause.MONTHLY_GRANT),
        tenantId,
        AccountKind.ISSUER,
        AccountKind.MONTHLY,
        seconds,
        TransferCause.MONTHLY_GRANT,
        month,
        eventId,
        now);
  }

  /** Carries the database's reason to the inbox, which decides whether trying again may help. */
  private static final class EntitlementStoreException extends RuntimeException {
    EntitlementStoreException(SQLException cause) {
      super("cannot open the entitlement", cause);
    }
  }
}
