package io.dakenh.billing.entitlement;

import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import java.sql.Array;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code entitlement} on the caller's connection, behind the wall the caller opened. */
final class EntitlementRepository {
  private static final String OPEN =
      """
      insert into entitlement (tenant_id, plan_code, month, monthly_granted_seconds, next_reset_at,
        version, changed_at)
      values (?, ?, ?, ?, ?, 1, ?) on conflict (tenant_id) do nothing""";

  private static final String FIND =
      "select "
          + Plans.COLUMNS
          + """
          , e.month, e.monthly_granted_seconds, e.next_plan_code, e.version, e.changed_at,
            coalesce(u.bonus_spent_seconds, 0)
          from entitlement e join plan p on p.code = e.plan_code
          left join month_usage u on u.tenant_id = e.tenant_id and u.month = e.month
          where e.tenant_id = ?""";

  private static final String CLAIM =
      "select "
          + Plans.COLUMNS
          + """
          , e.tenant_id, e.month, e.version
          from entitlement e join plan p on p.code = coalesce(e.next_plan_code, e.plan_code)
          where e.next_reset_at <= now() and (?::uuid[] is null or e.tenant_id = any (?))
          order by e.next_reset_at, e.tenant_id limit ? for no key update of e""";

  private static final String RENEW =
      """
      update entitlement e
      set month = ?, plan_code = i.plan_code, next_plan_code = null,
        monthly_granted_seconds = i.granted, next_reset_at = ?, version = i.version, changed_at = ?
      from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
        as i (tenant_id, plan_code, granted, version)
      where e.tenant_id = i.tenant_id""";

  private static final String UNTIL_NEXT =
      "select extract(epoch from min(next_reset_at) - now()) from entitlement";

  private EntitlementRepository() {}

  /**
   * A tenant whose month is over, locked until the transaction ends.
   *
   * @param plan of the month to come
   * @param month that is over
   */
  record Due(UUID tenantId, Plan plan, YearMonth month, long version) {}

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
                Plans.read(row, 1),
                YearMonth.parse(row.getString(7)),
                row.getLong(8),
                row.getLong(12),
                balances,
                row.getString(9),
                row.getLong(10),
                row.getObject(11, OffsetDateTime.class).toInstant()));
      }
    }
  }

  /** Due tenants that no other replica is working on. */
  static List<Due> claimDue(Connection connection, int limit) throws SQLException {
    return claim(connection, CLAIM + " skip locked", null, limit);
  }

  /** Those of the tenants that are due; waits for whoever works on them. */
  static List<Due> claimDue(Connection connection, Collection<UUID> tenantIds) throws SQLException {
    return claim(
        connection,
        CLAIM,
        connection.createArrayOf("uuid", tenantIds.toArray()),
        Integer.MAX_VALUE);
  }

  private static List<Due> claim(
      Connection connection, String statement, @Nullable Array tenantIds, int limit)
      throws SQLException {
    List<Due> due = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(statement)) {
      select.setArray(1, tenantIds);
      select.setArray(2, tenantIds);
      select.setInt(3, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(
                  rows.getObject(7, UUID.class),
                  Plans.read(rows, 1),
                  YearMonth.parse(rows.getString(8)),
                  rows.getLong(9)));
        }
      }
    }
    return due;
  }

  static void renew(Connection connection, List<Due> due, YearMonth month, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RENEW)) {
      update.setString(1, month.toString());
      update.setObject(2, utc(BillingMonth.end(month)));
      update.setObject(3, utc(now));
      update.setArray(
          4, connection.createArrayOf("uuid", due.stream().map(Due::tenantId).toArray()));
      update.setArray(
          5, connection.createArrayOf("text", due.stream().map(d -> d.plan().code()).toArray()));
      update.setArray(
          6,
          connection.createArrayOf(
              "bigint", due.stream().map(d -> d.plan().monthlySeconds()).toArray()));
      update.setArray(
          7, connection.createArrayOf("bigint", due.stream().map(d -> d.version() + 1).toArray()));
      update.executeUpdate();
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
