package io.dakenh.billing.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Five comparisons over all tenants, on one snapshot (calls of erased businesses are gone, so
 * theirs are compared with nothing): what calls were charged against what the ledger says was used,
 * what running calls hold against the account, balances against their entries, the sum of a
 * tenant's accounts against zero, debits against credits.
 */
@ApplicationScoped
class Reconciliation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 100;

  private static final String CHARGED =
      """
      select coalesce(c.tenant_id, l.tenant_id), 'charged ' || coalesce(c.month, l.month),
        coalesce(c.seconds, 0), coalesce(l.seconds, 0)
      from (
        select tenant_id, month, sum(charged_seconds)::bigint as seconds from call_record
        where month >= ? group by tenant_id, month) c
      full join (
        select t.tenant_id, t.month, sum(e.seconds)::bigint as seconds
        from ledger_transfer t
        join ledger_entry e on e.transfer_id = t.id
        join ledger_account a on a.id = e.account_id and a.kind = 'used'
        where t.month >= ? group by t.tenant_id, t.month) l
      on l.tenant_id = c.tenant_id and l.month = c.month
      where coalesce(c.seconds, 0) <> coalesce(l.seconds, 0)
        and coalesce(c.tenant_id, l.tenant_id) not in (select tenant_id from tenant_erasure) limit ?""";

  private static final String HELD =
      """
      select a.tenant_id, 'held', coalesce(c.seconds, 0), a.balance_seconds
      from ledger_account a
      left join (
        select tenant_id, sum(held_monthly_seconds + held_bonus_seconds)::bigint as seconds
        from call_record where state = 'running' group by tenant_id) c on c.tenant_id = a.tenant_id
      where a.kind = 'held' and a.balance_seconds <> coalesce(c.seconds, 0)
        and a.tenant_id not in (select tenant_id from tenant_erasure) limit ?""";

  private static final String DRIFT =
      """
      select tenant_id, 'balance of ' || kind, derived_seconds, balance_seconds
      from ledger_drift limit ?""";

  private static final String SUM =
      """
      select tenant_id, 'sum of accounts', 0::bigint, sum(balance_seconds)::bigint
      from ledger_account group by tenant_id having sum(balance_seconds) <> 0 limit ?""";

  private static final String SIDES =
      """
      select tenant_id, 'debits and credits', 0::bigint, sum(seconds)::bigint
      from ledger_entry group by tenant_id having sum(seconds) <> 0 limit ?""";

  private final AgroalDataSource database;
  private final Clock clock;

  @Inject
  Reconciliation(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Something that should be equal and is not. */
  record Difference(UUID tenantId, String what, long expected, long found) {}

  /** Compares, keeps the result and tells what differs. */
  @Transactional
  List<Difference> run() {
    Instant begin = clock.instant();
    try (Connection connection = database.getConnection()) {
      try (Statement snapshot = connection.createStatement()) {
        snapshot.execute("set transaction isolation level repeatable read");
      }
      TenantWall.openForEveryTenant(connection);
      YearMonth since = BillingMonth.of(begin).minusMonths(1);
      List<Difference> differences = new ArrayList<>();
      differences.addAll(find(connection, CHARGED, since.toString(), since.toString()));
      differences.addAll(find(connection, HELD));
      differences.addAll(find(connection, DRIFT));
      differences.addAll(find(connection, SUM));
      differences.addAll(find(connection, SIDES));
      keep(connection, begin, differences);
      return differences;
    } catch (SQLException away) {
      throw new IllegalStateException("the ledger cannot be compared", away);
    }
  }

  private static List<Difference> find(Connection connection, String sql, String... months)
      throws SQLException {
    List<Difference> differences = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < months.length; i++) {
        select.setString(i + 1, months[i]);
      }
      select.setInt(months.length + 1, MOST);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          differences.add(
              new Difference(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4)));
        }
      }
    }
    return differences;
  }

  private void keep(Connection connection, Instant begin, List<Difference> differences)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into reconciliation_run (id, started_at, finished_at, tenants, differences)
            values (?, ?, ?, (select count(*) from entitlement), ?::jsonb)""")) {
      insert.setObject(1, Ids.next());
      insert.setObject(2, begin.atOffset(ZoneOffset.UTC));
      insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      insert.setString(4, JSON.writeValueAsString(differences));
      insert.executeUpdate();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("differences cannot be written", impossible);
    }
    try (Statement prune = connection.createStatement()) {
      prune.executeUpdate(
          "delete from reconciliation_run where started_at < now() - interval '90 days'");
    }
  }
}
