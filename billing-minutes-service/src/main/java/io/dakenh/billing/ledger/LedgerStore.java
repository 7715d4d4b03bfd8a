package io.dakenh.billing.ledger;

import io.dakenh.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger on one connection, whose transaction the caller owns and for whose tenant the caller
 * opened the {@link TenantWall}.
 */
public final class LedgerStore {
  private static final String OPEN =
      """
      insert into ledger_account (id, tenant_id, kind) values (?, ?, ?)
      on conflict (id) do nothing""";

  private static final String LOCK =
      "select id from ledger_account where tenant_id = any (?) order by id for no key update";

  private static final String BALANCES =
      "select tenant_id, kind, balance_seconds from ledger_account where tenant_id = any (?)";

  private static final String COMPLETE =
      """
      select tenant_id from ledger_account where tenant_id = any (?)
      group by tenant_id having count(*) = ?""";

  private static final String POSTED = "select 1 from ledger_transfer where id = ?";

  private static final String KNOWN =
      """
      select t.id, t.tenant_id, d.kind, c.kind, t.seconds, t.cause, t.month, t.event_id,
        t.occurred_at
      from ledger_transfer t
      join ledger_account d on d.id = t.debit_account_id
      join ledger_account c on c.id = t.credit_account_id
      where t.id = any (?)""";

  private LedgerStore() {}

  /** Opens the tenant's accounts; does nothing to those that are open. */
  public static void openAccounts(Connection connection, UUID tenantId) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
      for (AccountKind kind : AccountKind.values()) {
        insert.setObject(1, kind.accountOf(tenantId));
        insert.setObject(2, tenantId);
        insert.setString(3, kind.code());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Those of the tenants that have an account of every kind. */
  public static Set<UUID> complete(Connection connection, Collection<UUID> tenantIds)
      throws SQLException {
    Set<UUID> complete = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(COMPLETE)) {
      select.setArray(1, connection.createArrayOf("uuid", tenantIds.toArray()));
      select.setInt(2, AccountKind.values().length);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          complete.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return complete;
  }

  /** Whether a transfer of that id is there. */
  public static boolean posted(Connection connection, UUID transferId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(POSTED)) {
      select.setObject(1, transferId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Posts transfers, all or none, each id once.
   *
   * @return ids of those that were new
   * @throws ProblemException {@code transfer-id-reused} when an id stands for another movement;
   *     {@code insufficient-seconds} when a bucket would fall below zero
   */
  public static Set<UUID> post(Connection connection, Collection<Transfer> transfers)
      throws SQLException {
    Map<UUID, Transfer> byId = new LinkedHashMap<>();
    for (Transfer transfer : transfers) {
      Transfer earlier = byId.putIfAbsent(transfer.id(), transfer);
      if (earlier != null && !earlier.sameMovement(transfer)) {
        throw reused();
      }
    }
    if (byId.isEmpty()) {
      return Set.of();
    }
    Set<UUID> fresh = execute(connection, byId.values());
    if (fresh.size() < byId.size()) {
      requireSameMovements(connection, byId, fresh);
    }
    return fresh;
  }

  /**
   * Holds the tenants' accounts until the transaction ends, so that balances read from now on stay
   * true.
   */
  public static void lockAccounts(Connection connection, Collection<UUID> tenantIds)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, connection.createArrayOf("uuid", tenantIds.toArray()));
      lock.execute();
    }
  }

  /** Balances of the tenants that have accounts. */
  public static Map<UUID, Balances> balances(Connection connection, Collection<UUID> tenantIds)
      throws SQLException {
    Map<UUID, Map<String, Long>> byTenant = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(BALANCES)) {
      select.setArray(1, connection.createArrayOf("uuid", tenantIds.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          byTenant
              .computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
              .put(rows.getString(2), rows.getLong(3));
        }
      }
    }
    Map<UUID, Balances> balances = new HashMap<>();
    byTenant.forEach(
        (tenantId, kinds) ->
            balances.put(
                tenantId,
                new Balances(
                    kinds.getOrDefault(AccountKind.MONTHLY.code(), 0L),
                    kinds.getOrDefault(AccountKind.BONUS.code(), 0L),
                    kinds.getOrDefault(AccountKind.USED.code(), 0L),
                    kinds.getOrDefault(AccountKind.HELD.code(), 0L),
                    -kinds.getOrDefault(AccountKind.OVERDRAFT.code(), 0L))));
    return balances;
  }

  private static Set<UUID> execute(Connection connection, Collection<Transfer> transfers)
      throws SQLException {
    try {
      return PostingStatement.execute(connection, transfers);
    } catch (SQLException failed) {
      if (overdrawn(failed)) {
        throw ProblemException.rule("insufficient-seconds", "There are not enough seconds left.");
      }
      throw failed;
    }
  }

  /** Whichever of a transfer's accounts is checked first: its bound is one of these. */
  private static boolean overdrawn(SQLException failed) {
    String message = String.valueOf(failed.getMessage());
    return "23514".equals(failed.getSQLState())
        && (message.contains("ck_ledger_account_bucket_not_negative")
            || message.contains("ck_ledger_account_issuer_not_positive")
            || message.contains("ck_ledger_account_overdraft_not_positive"));
  }

  /**
   * A known id is a repetition only if it asks for the same movement. One that exists but cannot be
   * read is behind the wall: another tenant's.
   */
  private static void requireSameMovements(
      Connection connection, Map<UUID, Transfer> byId, Set<UUID> fresh) throws SQLException {
    Object[] known = byId.keySet().stream().filter(id -> !fresh.contains(id)).toArray();
    int same = 0;
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setArray(1, connection.createArrayOf("uuid", known));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Transfer posted = transfer(rows);
          Transfer asked = byId.get(posted.id());
          if (asked != null && asked.sameMovement(posted)) {
            same++;
          }
        }
      }
    }
    if (same < known.length) {
      throw reused();
    }
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        AccountKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        AccountKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getLong(5),
        TransferCause.of(row.getString(6)),
        YearMonth.parse(row.getString(7)),
        row.getObject(8, UUID.class),
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private static ProblemException reused() {
    return ProblemException.conflict(
        "transfer-id-reused", "This transfer id stands for another movement.");
  }
}
