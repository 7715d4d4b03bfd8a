package io.dakenh.billing.entitlement;

import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where tenants stand, held until the transaction ends. Whoever moves a tenant's seconds for calls
 * holds this row first: then everything about the tenant is done by one at a time, and in one order
 * of locks.
 */
public final class Standings {
  private static final String LOCK =
      "select "
          + Plans.COLUMNS
          + """
          , e.tenant_id, e.month, e.monthly_granted_seconds, e.next_plan_code, e.version
          from entitlement e join plan p on p.code = e.plan_code
          where e.tenant_id = any (?) order by e.tenant_id for no key update of e""";

  private static final String TOUCH =
      """
      update entitlement e set version = e.version + 1, changed_at = ?
      where e.tenant_id = any (?)""";

  private static final String CHANGE_PLAN =
      """
      update entitlement
      set plan_code = ?, monthly_granted_seconds = ?, next_plan_code = null, version = version + 1,
        changed_at = now()
      where tenant_id = ?""";

  private static final String PLAN_LATER =
      """
      update entitlement set next_plan_code = ?, version = version + 1, changed_at = now()
      where tenant_id = ?""";

  private Standings() {}

  /** A tenant's plan and month. */
  public record Standing(
      UUID tenantId,
      Plan plan,
      YearMonth month,
      long granted,
      @Nullable String nextPlanCode,
      long version) {}

  /** Holds the tenants that have accounts, in the order of their ids. */
  public static Map<UUID, Standing> lock(Connection connection, Collection<UUID> tenantIds)
      throws SQLException {
    Map<UUID, Standing> standings = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(1, connection.createArrayOf("uuid", tenantIds.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          UUID tenantId = rows.getObject(7, UUID.class);
          standings.put(
              tenantId,
              new Standing(
                  tenantId,
                  Plans.read(rows, 1),
                  YearMonth.parse(rows.getString(8)),
                  rows.getLong(9),
                  rows.getString(10),
                  rows.getLong(11)));
        }
      }
    }
    return standings;
  }

  /** Puts a tenant on another plan within its month; the seconds are the caller's to move. */
  public static void changePlan(
      Connection connection, Standing standing, String planCode, long granted) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CHANGE_PLAN)) {
      update.setString(1, planCode);
      update.setLong(2, granted);
      update.setObject(3, standing.tenantId());
      update.executeUpdate();
    }
    MonthUsage.regrant(connection, standing.tenantId(), standing.month(), planCode, granted);
  }

  /** Puts a tenant on another plan from the next month on. */
  public static void changePlanNextMonth(Connection connection, UUID tenantId, String planCode)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(PLAN_LATER)) {
      update.setString(1, planCode);
      update.setObject(2, tenantId);
      update.executeUpdate();
    }
  }

  /** Marks that what the tenants may use has changed. */
  public static void touch(Connection connection, List<UUID> tenantIds, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(TOUCH)) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setArray(2, connection.createArrayOf("uuid", tenantIds.toArray()));
      update.executeUpdate();
    }
  }

  /** The database's clock, which decides which month it is. */
  public static Instant now(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select now()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }
}
