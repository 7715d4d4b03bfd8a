package io.dakenh.billing.metering;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.BillingConfig;
import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.entitlement.EntitlementEvents;
import io.dakenh.billing.entitlement.EntitlementService;
import io.dakenh.billing.entitlement.MonthEnd;
import io.dakenh.billing.entitlement.MonthUsage;
import io.dakenh.billing.entitlement.Standings;
import io.dakenh.billing.entitlement.Standings.Standing;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applies news of calls: all of a batch in one transaction, with a fixed number of statements
 * however many calls and tenants it is about.
 */
@ApplicationScoped
public class CallBook {
  private final AgroalDataSource database;
  private final EntitlementService entitlements;
  private final EntitlementEvents events;
  private final MonthEnd monthEnd;
  private final HoldEvents holds;
  private final Alarm alarm;
  private final MeteringRules rules;

  @Inject
  CallBook(
      AgroalDataSource database,
      EntitlementService entitlements,
      EntitlementEvents events,
      MonthEnd monthEnd,
      HoldEvents holds,
      Alarm alarm,
      BillingConfig config) {
    this.database = database;
    this.entitlements = entitlements;
    this.events = events;
    this.monthEnd = monthEnd;
    this.holds = holds;
    this.alarm = alarm;
    this.rules = MeteringRules.of(config);
  }

  /** Lays news onto what was known. */
  @Transactional
  void apply(Map<CallKey, CallNews> news) {
    work(
        news.keySet(),
        (call, now) -> {
          CallNews told = news.get(call.key);
          if (told != null) {
            call.learn(told, now.plus(rules.clockTolerance()));
            // Counted from when it was heard of: news that were held up are no silence.
            call.expiresAt = now.plus(rules.silence());
          }
        },
        key -> earliest(news, key));
  }

  /** Takes calls that fell silent for lost. */
  @Transactional
  void expire(Collection<CallKey> silent) {
    work(
        silent,
        (call, now) -> {
          if (call.expiresAt != null && !call.expiresAt.isAfter(now)) {
            call.expiredAfter = call.lastHeard();
          }
        },
        key -> {
          throw new IllegalStateException("a call that is not there cannot fall silent");
        });
  }

  /**
   * Posts bonus seconds a tenant received, each transfer once, and lets them pay an overdraft of
   * the month.
   */
  @Transactional
  public void receive(Transfer bonus) {
    entitlements.open(bonus.tenantId(), bonus.id());
    try (Connection connection = database.getConnection()) {
      List<UUID> tenants = List.of(bonus.tenantId());
      TenantWall.openFor(connection, tenants);
      Map<UUID, Purse> purses = purses(connection, tenants);
      Purse purse = purses.get(bonus.tenantId());
      if (purse != null && !LedgerStore.posted(connection, bonus.id())) {
        purse.receive(bonus);
        purse.settle(purse.standing().month());
        post(connection, purses.values());
      }
    } catch (SQLException failed) {
      throw new CallStoreException(failed);
    }
  }

  /** What happens to one call before it is judged. */
  private interface Step {
    void on(CallRecord call, Instant now);
  }

  /** When a call began that is not stored yet. */
  private interface Beginning {
    Instant of(CallKey key);
  }

  private void work(Collection<CallKey> keys, Step step, Beginning beginning) {
    Set<UUID> tenants = new HashSet<>();
    keys.forEach(key -> tenants.add(key.tenantId()));
    try (Connection connection = database.getConnection()) {
      openMissing(connection, tenants);
      TenantWall.openFor(connection, tenants);
      monthEnd.endFor(connection, tenants);
      Map<UUID, Standing> standings = Standings.lock(connection, tenants);
      Instant now = Standings.now(connection);
      Map<CallKey, CallRecord> calls = new LinkedHashMap<>();
      Map<CallKey, CallRecord> stored = CallStore.load(connection, keys);
      Set<MonthUsage.Key> months = new HashSet<>();
      for (CallKey key : keys) {
        CallRecord call = stored.get(key);
        if (call == null) {
          call = new CallRecord(key, beginning.of(key));
        }
        step.on(call, now);
        calls.put(key, call);
        remember(months, call);
        remember(months, call, Verdict.of(call, now, rules));
      }
      Map<UUID, Purse> purses = purses(connection, standings, months, now);
      for (CallRecord call : calls.values()) {
        Purse purse = purses.get(call.key.tenantId());
        if (purse != null) {
          judge(call, purse, now);
        }
      }
      post(connection, purses.values());
      CallStore.save(connection, calls.values(), now);
      alarm.ringAfterCommit();
    } catch (SQLException failed) {
      throw new CallStoreException(failed);
    }
  }

  private static Instant earliest(Map<CallKey, CallNews> news, CallKey key) {
    CallNews told = news.get(key);
    if (told == null) {
      throw new IllegalStateException("no news of this call");
    }
    return told.earliest();
  }

  /** A call may be heard of before its business is: both come on topics of their own. */
  private void openMissing(Connection connection, Set<UUID> tenants) throws SQLException {
    TenantWall.openFor(connection, tenants);
    Set<UUID> missing = new HashSet<>(tenants);
    missing.removeAll(LedgerStore.complete(connection, tenants));
    for (UUID tenantId : missing) {
      entitlements.open(tenantId, tenantId);
      TenantWall.openFor(connection, tenantId);
      LedgerStore.openAccounts(connection, tenantId);
    }
  }

  private static void remember(Set<MonthUsage.Key> months, CallRecord call) {
    YearMonth month = call.month;
    if (month != null) {
      months.add(new MonthUsage.Key(call.key.tenantId(), month));
    }
  }

  private static void remember(Set<MonthUsage.Key> months, CallRecord call, Verdict verdict) {
    Instant joined = verdict.joinedAt();
    if (joined != null) {
      months.add(new MonthUsage.Key(call.key.tenantId(), BillingMonth.of(joined)));
    }
  }

  private Map<UUID, Purse> purses(Connection connection, Collection<UUID> tenants)
      throws SQLException {
    monthEnd.endFor(connection, tenants);
    return purses(
        connection,
        Standings.lock(connection, tenants),
        new HashSet<>(),
        Standings.now(connection));
  }

  private static Map<UUID, Purse> purses(
      Connection connection, Map<UUID, Standing> standings, Set<MonthUsage.Key> months, Instant now)
      throws SQLException {
    standings
        .values()
        .forEach(standing -> months.add(new MonthUsage.Key(standing.tenantId(), standing.month())));
    LedgerStore.lockAccounts(connection, standings.keySet());
    Map<UUID, Balances> balances = LedgerStore.balances(connection, standings.keySet());
    Map<UUID, Purse> purses = new HashMap<>();
    standings.forEach(
        (tenantId, standing) ->
            purses.put(
                tenantId,
                new Purse(
                    standing, balances.getOrDefault(tenantId, new Balances(0, 0, 0, 0, 0)), now)));
    MonthUsage.load(connection, months)
        .forEach((key, usage) -> purses.get(key.tenantId()).know(usage));
    return purses;
  }

  private void judge(CallRecord call, Purse purse, Instant now) {
    Verdict verdict = Verdict.of(call, now, rules);
    place(call, purse, verdict);
    call.joinedAt = verdict.joinedAt();
    call.durationSeconds = verdict.seconds();
    call.fault = verdict.fault();
    if (verdict.over()) {
      close(call, purse, verdict);
    } else if (verdict.joinedAt() == null) {
      call.state = CallRecord.RINGING;
      call.expiresAt = null;
    } else {
      call.state = CallRecord.RUNNING;
      hold(call, purse, verdict, now);
    }
    if (call.month != null) {
      purse.settle(call.month);
    }
  }

  /** A call belongs to the month it was joined in; what it took from another goes back. */
  private static void place(CallRecord call, Purse purse, Verdict verdict) {
    YearMonth month = monthOf(verdict, purse);
    if (call.month != null && !call.month.equals(month)) {
      YearMonth before = call.month;
      purse.release(call);
      purse.refund(call, call.chargedSeconds);
      purse.settle(before);
    }
    if (call.month == null && month != null) {
      call.incrementSeconds = purse.standing().plan().incrementSeconds();
    }
    call.month = month;
  }

  private static @Nullable YearMonth monthOf(Verdict verdict, Purse purse) {
    Instant joined = verdict.joinedAt();
    if (joined == null) {
      return null;
    }
    YearMonth month = BillingMonth.of(joined);
    YearMonth open = purse.standing().month();
    return month.isAfter(open) ? open : month;
  }

  private static void close(CallRecord call, Purse purse, Verdict verdict) {
    if (call.endedAt == null) {
      call.outcome = CallRecord.LOST;
    }
    if (call.month != null) {
      long due = Verdict.charge(verdict.seconds(), call.incrementSeconds);
      if (due > call.chargedSeconds) {
        purse.charge(call, due - call.chargedSeconds);
      } else {
        purse.refund(call, call.chargedSeconds - due);
      }
      purse.release(call);
    }
    call.state = CallRecord.ENDED;
    call.expiresAt = null;
  }

  private void hold(CallRecord call, Purse purse, Verdict verdict, Instant now) {
    call.outcome = null;
    long wanted =
        Verdict.charge(verdict.seconds() + rules.holdAhead().toSeconds(), call.incrementSeconds);
    long missing = wanted - call.heldSeconds() - call.chargedSeconds;
    if (missing > 0 && purse.hold(call, missing) < missing && call.refusedAt == null) {
      call.refusedAt = now;
      holds.refused(call, purse.standing().plan().exhausted(), rules.warning());
    }
  }

  private void post(Connection connection, Collection<Purse> purses) throws SQLException {
    List<Transfer> transfers = new ArrayList<>();
    List<MonthUsage> months = new ArrayList<>();
    List<Purse> changed = new ArrayList<>();
    for (Purse purse : purses) {
      if (!purse.transfers().isEmpty()) {
        transfers.addAll(purse.transfers());
        months.addAll(purse.months());
        changed.add(purse);
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    LedgerStore.post(connection, transfers);
    MonthUsage.save(connection, months);
    List<UUID> tenants = changed.stream().map(purse -> purse.standing().tenantId()).toList();
    Standings.touch(connection, tenants, Standings.now(connection));
    events.changed(changed.stream().map(Purse::entitlement).toList());
  }

  /** Carries the database's reason to the inbox, which decides whether trying again may help. */
  private static final class CallStoreException extends RuntimeException {
    CallStoreException(SQLException cause) {
      super("cannot store what happened in calls", cause);
    }
  }
}
