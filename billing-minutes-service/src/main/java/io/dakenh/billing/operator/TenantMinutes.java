package io.dakenh.billing.operator;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.entitlement.Entitlement;
import io.dakenh.billing.entitlement.EntitlementEvents;
import io.dakenh.billing.entitlement.EntitlementService;
import io.dakenh.billing.entitlement.MonthEnd;
import io.dakenh.billing.entitlement.Standings;
import io.dakenh.billing.entitlement.Standings.Standing;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import io.dakenh.billing.metering.CallBook;
import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes an operator makes to one business. */
@ApplicationScoped
class TenantMinutes {
  private static final String NEXT_MONTH = "next-month";
  private static final String PRO_RATA = "pro-rata";

  private final AgroalDataSource database;
  private final EntitlementService entitlements;
  private final EntitlementEvents events;
  private final MonthEnd monthEnd;
  private final CallBook book;

  @Inject
  TenantMinutes(
      AgroalDataSource database,
      EntitlementService entitlements,
      EntitlementEvents events,
      MonthEnd monthEnd,
      CallBook book) {
    this.database = database;
    this.entitlements = entitlements;
    this.events = events;
    this.monthEnd = monthEnd;
    this.book = book;
  }

  /** Puts a business on another plan. */
  @Transactional
  Entitlement changePlan(UUID tenantId, PlanChangeBody wanted, UUID actorId) {
    try (Connection connection = database.getConnection()) {
      Standing standing = hold(connection, tenantId);
      String code = String.valueOf(wanted.planCode());
      Plan plan =
          Plans.find(connection, code)
              .orElseThrow(
                  () -> ProblemException.invalid("/planCode", "plan", "There is no such plan."));
      OperatorAudit.add(
          connection,
          tenantId,
          actorId,
          "plan-change",
          Map.of(
              "from",
              standing.plan().code(),
              "to",
              code,
              "mode",
              String.valueOf(wanted.mode()),
              "reason",
              String.valueOf(wanted.reason())));
      if (NEXT_MONTH.equals(wanted.mode())) {
        Standings.changePlanNextMonth(connection, tenantId, code);
        return tell(tenantId);
      }
      Instant now = Standings.now(connection);
      long difference = difference(standing, plan, PRO_RATA.equals(wanted.mode()), now);
      long left =
          Optional.ofNullable(LedgerStore.balances(connection, List.of(tenantId)).get(tenantId))
              .map(balances -> balances.monthlySeconds())
              .orElse(0L);
      long moved = Math.max(difference, -left);
      Standings.changePlan(connection, standing, code, Math.max(0, standing.granted() + moved));
      if (moved == 0) {
        return tell(tenantId);
      }
      book.receive(
          between(
              tenantId,
              AccountKind.MONTHLY,
              moved,
              TransferCause.PLAN_CHANGE,
              now,
              null,
              String.valueOf(wanted.reason())));
      return entitlements.get(tenantId);
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Gives or takes seconds by a new movement. */
  @Transactional
  Entitlement correct(UUID tenantId, CorrectionBody wanted, UUID actorId) {
    long seconds = wanted.seconds() == null ? 0 : wanted.seconds();
    if (seconds == 0) {
      throw ProblemException.invalid("/seconds", "not-zero", "A correction moves something.");
    }
    AccountKind account =
        "bonus".equals(wanted.account()) ? AccountKind.BONUS : AccountKind.MONTHLY;
    try (Connection connection = database.getConnection()) {
      hold(connection, tenantId);
      Instant now = Standings.now(connection);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("account", account.code());
      facts.put("seconds", seconds);
      facts.put("reason", String.valueOf(wanted.reason()));
      if (wanted.callId() != null) {
        facts.put("callId", wanted.callId().toString());
      }
      OperatorAudit.add(connection, tenantId, actorId, "correction", facts);
      book.receive(
          between(
              tenantId,
              account,
              seconds,
              TransferCause.CORRECTION,
              now,
              wanted.callId(),
              String.valueOf(wanted.reason())));
      return entitlements.get(tenantId);
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Holds the tenant's row, its month begun. */
  private Standing hold(Connection connection, UUID tenantId) throws SQLException {
    TenantWall.openFor(connection, tenantId);
    monthEnd.endFor(connection, List.of(tenantId));
    Standing standing = Standings.lock(connection, List.of(tenantId)).get(tenantId);
    if (standing == null) {
      throw ProblemException.notFound("entitlement");
    }
    LedgerStore.openAccounts(connection, tenantId);
    LedgerStore.lockAccounts(connection, List.of(tenantId));
    return standing;
  }

  private Entitlement tell(UUID tenantId) {
    Entitlement entitlement = entitlements.get(tenantId);
    events.changed(entitlement, null);
    return entitlement;
  }

  /** Pro rata: the share of the difference that the rest of the month has, rounded down. */
  private static long difference(Standing standing, Plan plan, boolean proRata, Instant now) {
    if (!proRata) {
      return plan.monthlySeconds() - standing.granted();
    }
    Instant begin = BillingMonth.begin(standing.month());
    Instant end = BillingMonth.end(standing.month());
    long whole = Duration.between(begin, end).toSeconds();
    long rest = Math.clamp(Duration.between(now, end).toSeconds(), 0, whole);
    return Math.floorDiv((plan.monthlySeconds() - standing.plan().monthlySeconds()) * rest, whole);
  }

  private static Transfer between(
      UUID tenantId,
      AccountKind account,
      long seconds,
      TransferCause cause,
      Instant now,
      @Nullable UUID callId,
      String note) {
    boolean given = seconds > 0;
    return new Transfer(
        Ids.next(),
        tenantId,
        given ? AccountKind.ISSUER : account,
        given ? account : AccountKind.ISSUER,
        Math.abs(seconds),
        cause,
        BillingMonth.of(now),
        null,
        now,
        callId,
        note);
  }
}
