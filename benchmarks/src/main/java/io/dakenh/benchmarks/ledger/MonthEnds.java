package io.dakenh.benchmarks.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Tenants whose month is over, all at the same moment. */
final class MonthEnds {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> KINDS =
      List.of("issuer", "monthly", "bonus", "used", "held", "overdraft");
  private static final long LEFT = 1234;
  private static final long LOOK_NANOS = 10_000_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int VERSION_5 = 0x50;
  private static final int VARIANT = 0x80;

  private MonthEnds() {}

  /** Seconds until all of them are in the new month. */
  static double run(LedgerStage stage, int count) throws SQLException {
    YearMonth last = YearMonth.now(ZONE).minusMonths(1);
    try (Connection connection = stage.database()) {
      connection.setAutoCommit(false);
      scope(connection);
      insert(connection, count, last);
      long begin = System.nanoTime();
      connection.commit();
      connection.setAutoCommit(true);
      while (isBehind(connection, last)) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
  }

  private static boolean isBehind(Connection connection, YearMonth last) throws SQLException {
    try (PreparedStatement behind =
        connection.prepareStatement("select exists (select from entitlement where month = ?)")) {
      behind.setString(1, last.toString());
      try (ResultSet row = behind.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void scope(Connection connection) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('dakenh.scope', 'every-tenant', false)")) {
      set.execute();
    }
  }

  private static void insert(Connection connection, int count, YearMonth last) throws SQLException {
    try (PreparedStatement tenant =
            connection.prepareStatement(
                """
                insert into entitlement (tenant_id, plan_code, month, monthly_granted_seconds,
                  next_reset_at, version, changed_at)
                values (?, 'trial', ?, 3600, now(), 1, now())""");
        PreparedStatement usage =
            connection.prepareStatement(
                """
                insert into month_usage (tenant_id, month, plan_code, granted_seconds)
                values (?, ?, 'trial', 3600)""");
        PreparedStatement account =
            connection.prepareStatement(
                """
                insert into ledger_account (id, tenant_id, kind, balance_seconds)
                values (?, ?, ?, ?)""")) {
      for (int i = 0; i < count; i++) {
        UUID tenantId = UUID.randomUUID();
        for (PreparedStatement row : List.of(tenant, usage)) {
          row.setObject(1, tenantId);
          row.setString(2, last.toString());
          row.addBatch();
        }
        for (String kind : KINDS) {
          account.setObject(1, accountOf(tenantId, kind));
          account.setObject(2, tenantId);
          account.setString(3, kind);
          account.setLong(4, "monthly".equals(kind) ? LEFT : "issuer".equals(kind) ? -LEFT : 0);
          account.addBatch();
        }
      }
      tenant.executeBatch();
      usage.executeBatch();
      account.executeBatch();
    }
  }

  /** As the service names its accounts: version 5 of tenant and kind. */
  private static UUID accountOf(UUID tenantId, String kind) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(tenantId.getMostSignificantBits())
              .putLong(tenantId.getLeastSignificantBits())
              .array());
      ByteBuffer hash =
          ByteBuffer.wrap(sha1.digest(("account/" + kind).getBytes(StandardCharsets.UTF_8)));
      hash.put(6, (byte) (hash.get(6) & 0x0f | VERSION_5));
      hash.put(8, (byte) (hash.get(8) & 0x3f | VARIANT));
      return new UUID(hash.getLong(0), hash.getLong(8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
