package io.dakenh.billing.entitlement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One month of one tenant beside the ledger. While it is open its seconds are in the accounts; once
 * it is closed, {@link #left} is what calls of that month that are heard of later may still take.
 */
public final class MonthUsage {
  private static final String OPEN =
      """
      insert into month_usage (tenant_id, month, plan_code, granted_seconds)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[])
      on conflict (tenant_id, month) do nothing""";

  private static final String CLOSE =
      """
      update month_usage u
      set closed = true, left_seconds = u.left_seconds + i.left_seconds,
        overdraft_seconds = u.overdraft_seconds + i.overdraft_seconds
      from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
        as i (tenant_id, month, left_seconds, overdraft_seconds)
      where u.tenant_id = i.tenant_id and u.month = i.month""";

  private static final String LOAD =
      """
      select u.tenant_id, u.month, u.closed, u.granted_seconds, u.left_seconds, u.overdraft_seconds,
        u.bonus_spent_seconds, u.adjustments
      from month_usage u
      where (u.tenant_id, u.month) in (select * from unnest(?::uuid[], ?::text[]))""";

  private static final String SAVE =
      """
      insert into month_usage (tenant_id, month, plan_code, granted_seconds, closed, left_seconds,
        overdraft_seconds, bonus_spent_seconds, adjustments)
      select i.tenant_id, i.month, e.plan_code, 0, i.closed, i.left_seconds, i.overdraft_seconds,
        i.bonus_spent_seconds, i.adjustments
      from unnest(?::uuid[], ?::text[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[])
        as i (tenant_id, month, closed, left_seconds, overdraft_seconds, bonus_spent_seconds,
          adjustments)
      join entitlement e on e.tenant_id = i.tenant_id
      on conflict (tenant_id, month) do update
      set left_seconds = excluded.left_seconds, overdraft_seconds = excluded.overdraft_seconds,
        bonus_spent_seconds = excluded.bonus_spent_seconds, adjustments = excluded.adjustments""";

  private static final String REGRANT =
      """
      update month_usage set granted_seconds = ?, plan_code = ?
      where tenant_id = ? and month = ?""";

  private final UUID tenantId;
  private final YearMonth month;
  private final boolean closed;
  private final long granted;
  private long left;
  private long overdraft;
  private long bonusSpent;
  private long adjustments;

  private MonthUsage(
      UUID tenantId,
      YearMonth month,
      boolean closed,
      long granted,
      long left,
      long overdraft,
      long bonusSpent,
      long adjustments) {
    this.tenantId = tenantId;
    this.month = month;
    this.closed = closed;
    this.granted = granted;
    this.left = left;
    this.overdraft = overdraft;
    this.bonusSpent = bonusSpent;
    this.adjustments = adjustments;
  }

  /**
   * A month nothing is stored of: one from before the tenant's first, or one nobody was here in.
   */
  public static MonthUsage unknown(UUID tenantId, YearMonth month) {
    return new MonthUsage(tenantId, month, true, 0, 0, 0, 0, 0);
  }

  /** One that is open and empty. */
  public static MonthUsage open(UUID tenantId, YearMonth month, long granted) {
    return new MonthUsage(tenantId, month, false, granted, 0, 0, 0, 0);
  }

  /** A tenant and a month. */
  public record Key(UUID tenantId, YearMonth month) {}

  static void open(Connection connection, List<Opening> openings) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", openings.stream().map(Opening::tenantId).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf(
              "text", openings.stream().map(o -> o.month().toString()).toArray()));
      insert.setArray(
          3, connection.createArrayOf("text", openings.stream().map(Opening::planCode).toArray()));
      insert.setArray(
          4, connection.createArrayOf("bigint", openings.stream().map(Opening::granted).toArray()));
      insert.executeUpdate();
    }
  }

  /** A month that begins. */
  record Opening(UUID tenantId, YearMonth month, String planCode, long granted) {}

  /** A month that ends, with what its accounts held. */
  record Closing(UUID tenantId, YearMonth month, long left, long overdraft) {}

  static void close(Connection connection, List<Closing> closings) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
      update.setArray(
          1, connection.createArrayOf("uuid", closings.stream().map(Closing::tenantId).toArray()));
      update.setArray(
          2,
          connection.createArrayOf(
              "text", closings.stream().map(c -> c.month().toString()).toArray()));
      update.setArray(
          3, connection.createArrayOf("bigint", closings.stream().map(Closing::left).toArray()));
      update.setArray(
          4,
          connection.createArrayOf("bigint", closings.stream().map(Closing::overdraft).toArray()));
      update.executeUpdate();
    }
  }

  /** What is stored of the months; the caller holds the tenants' entitlements. */
  public static Map<Key, MonthUsage> load(Connection connection, Collection<Key> keys)
      throws SQLException {
    Map<Key, MonthUsage> months = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOAD)) {
      select.setArray(
          1, connection.createArrayOf("uuid", keys.stream().map(Key::tenantId).toArray()));
      select.setArray(
          2,
          connection.createArrayOf("text", keys.stream().map(k -> k.month().toString()).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          UUID tenantId = rows.getObject(1, UUID.class);
          YearMonth month = YearMonth.parse(rows.getString(2));
          months.put(
              new Key(tenantId, month),
              new MonthUsage(
                  tenantId,
                  month,
                  rows.getBoolean(3),
                  rows.getLong(4),
                  rows.getLong(5),
                  rows.getLong(6),
                  rows.getLong(7),
                  rows.getLong(8)));
        }
      }
    }
    return months;
  }

  /** Stores what changed in the months. */
  public static void save(Connection connection, List<MonthUsage> months) throws SQLException {
    if (months.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
      upsert.setArray(
          1, connection.createArrayOf("uuid", months.stream().map(m -> m.tenantId).toArray()));
      upsert.setArray(
          2,
          connection.createArrayOf("text", months.stream().map(m -> m.month.toString()).toArray()));
      upsert.setArray(
          3, connection.createArrayOf("boolean", months.stream().map(m -> m.closed).toArray()));
      upsert.setArray(
          4, connection.createArrayOf("bigint", months.stream().map(m -> m.left).toArray()));
      upsert.setArray(
          5, connection.createArrayOf("bigint", months.stream().map(m -> m.overdraft).toArray()));
      upsert.setArray(
          6, connection.createArrayOf("bigint", months.stream().map(m -> m.bonusSpent).toArray()));
      upsert.setArray(
          7, connection.createArrayOf("bigint", months.stream().map(m -> m.adjustments).toArray()));
      upsert.executeUpdate();
    }
  }

  /** Another plan grants another number of seconds to a month that is open. */
  public static void regrant(
      Connection connection, UUID tenantId, YearMonth month, String planCode, long granted)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REGRANT)) {
      update.setLong(1, granted);
      update.setString(2, planCode);
      update.setObject(3, tenantId);
      update.setString(4, month.toString());
      update.executeUpdate();
    }
  }

  /** The month. */
  public YearMonth month() {
    return month;
  }

  /** Whether its seconds have left the accounts. */
  public boolean closed() {
    return closed;
  }

  /** What the plan granted. */
  public long granted() {
    return granted;
  }

  /** Of a closed month: what nobody used. */
  public long left() {
    return left;
  }

  /** Takes from what nobody used, or gives back to it. */
  public void leave(long change) {
    left += change;
  }

  /** Of a closed month: what its calls used beyond everything. */
  public long overdraft() {
    return overdraft;
  }

  /** More overdraft, or less. */
  public void overdraw(long change) {
    overdraft += change;
  }

  /** Bonus seconds its calls used. */
  public long bonusSpent() {
    return bonusSpent;
  }

  /** More bonus seconds used, or fewer. */
  public void spendBonus(long change) {
    bonusSpent += change;
  }

  /** Number of the next movement of the month that belongs to no single call. */
  public long nextAdjustment() {
    return ++adjustments;
  }
}
