package io.dakenh.billing.entitlement;

import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.plan.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code entitlement} on the caller's connection, behind the wall the caller opened. */
final class EntitlementRepository {
  /**
   * The database's clock decides which month it is: replicas may disagree about the time, the
   * database cannot.
   */
  private static final String NOW = "select now()";

  private static final String OPEN =
      """
      insert into entitlement (tenant_id, plan_code, month, monthly_granted_seconds, next_reset_at,
        version, changed_at)
      values (?, ?, ?, ?, ?, 1, ?) on conflict (tenant_id) do nothing""";

  private static final String FIND =
      """
      select plan_code, month, monthly_granted_seconds, version, changed_at
      from entitlement where tenant_id = ?""";

  private static final String CLAIM =
      """
      select e.tenant_id, e.plan_code, p.name, p.monthly_seconds, e.month, e.version
      from entitlement e join plan p on p.code = e.plan_code
      where e.next_reset_at <= now()
      order by e.next_reset_at, e.tenant_id limit ? for no key update of e skip locked""";

  private static final String RENEW =
      """
      update entitlement
      set month = ?, monthly_granted_seconds = ?, next_reset_at = ?, version = ?, changed_at = ?
      where tenant_id = ?""";

  private static final String UNTIL_NEXT =
      "select extract(epoch from min(next_reset_at) - now()) from entitlement";

  private EntitlementRepository() {}

  /** A tenant whose month is over, locked until the transaction ends. */
  record Due(UUID tenantId, Plan plan, YearMonth month, long version) {}

  static Instant now(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NOW);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** False when the tenant has one already. */
  static boolean open(Connection connection, UUID tenantId, Plan plan, YearMonth month, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
      insert.setObject(1, tenantId);
      insert.setString(2, plan.code());
      insert.setString(3, month.toString());
      insert.setLong(4, plan.monthlySeconds());
      insert.setObject(5, utc(BillingMonth.end(month)));
      insert.setObject(6, utc(now));
      return insert.executeUpdate() == 1;
    }
  }

  static Optional<Entitlement> find(Connection connection, UUID tenantId) throws SQLException {
    Balances balances = LedgerStore.balances(connection, List.of(tenantId)).get(tenantId);
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        if (balances == null || !row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Entitlement(
                tenantId,
                row.getString(1),
                YearMonth.parse(row.getString(2)),
                row.getLong(3),
                balances,
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant()));
      }
    }
  }

  static List<Due> claimDue(Connection connection, int limit) throws SQLException {
    List<Due> due = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CLAIM)) {
      select.setInt(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(
                  rows.getObject(1, UUID.class),
                  new Plan(rows.getString(2), rows.getString(3), rows.getLong(4)),
                  YearMonth.parse(rows.getString(5)),
                  rows.getLong(6)));
        }
      }
    }
    return due;
  }

  static void renew(Connection connection, List<Due> due, YearMonth month, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RENEW)) {
      for (Due tenant : due) {
        update.setString(1, month.toString());
        update.setLong(2, tenant.plan().monthlySeconds());
        update.setObject(3, utc(BillingMonth.end(month)));
        update.setLong(4, tenant.version() + 1);
        update.setObject(5, utc(now));
        update.setObject(6, tenant.tenantId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** How long until some tenant's month is over; empty when there is no tenant. */
  static Optional<Duration> untilNextReset(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNTIL_NEXT);
        ResultSet row = select.executeQuery()) {
      row.next();
      double seconds = row.getDouble(1);
      return row.wasNull()
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(Math.max(0, (long) Math.ceil(seconds * 1000))));
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
