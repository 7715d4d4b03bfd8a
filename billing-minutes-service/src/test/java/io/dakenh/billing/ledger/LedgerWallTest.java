package io.dakenh.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever the code above it does. */
@Rows(part = "MIN-6")
class LedgerWallTest {
  private static LedgerDatabase database;

  @BeforeAll
  static void migrate() {
    database = new LedgerDatabase();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_transfer set seconds = 1",
        "delete from ledger_transfer",
        "truncate ledger_transfer cascade",
        "update ledger_entry set seconds = 1",
        "delete from ledger_entry",
        "truncate ledger_entry",
        "delete from ledger_account",
        "truncate ledger_account cascade",
        "update ledger_account set kind = 'bonus'",
        "update ledger_account set tenant_id = gen_random_uuid()"
      })
  void refusesToRewriteHistory(String change) throws SQLException {
    UUID tenantId = database.tenant();
    database.post(tenantId, List.of(grant(tenantId, 60)));
    try (Connection connection = database.connect()) {
      TenantWall.openFor(connection, tenantId);
      assertThatThrownBy(() -> execute(connection, change))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger_account", "ledger_transfer", "ledger_entry", "entitlement"})
  void showsNothingWithoutATenant(String table) throws SQLException {
    UUID tenantId = database.tenant();
    database.post(tenantId, List.of(grant(tenantId, 60)));
    try (Connection connection = database.connect()) {
      assertThat(LedgerDatabase.number(connection, "select count(*) from " + table)).isZero();
    }
  }

  @Test
  @Rows(part = "TEN-3")
  void showsOneTenantOnlyItsOwnRows() throws SQLException {
    UUID mine = database.tenant();
    UUID other = database.tenant();
    database.post(mine, List.of(grant(mine, 60)));
    database.post(other, List.of(grant(other, 90)));

    assertThat(database.number(mine, "select sum(seconds) from ledger_transfer")).isEqualTo(60);
    assertThat(database.number(mine, "select count(distinct tenant_id) from ledger_account"))
        .isEqualTo(1);
  }

  @Test
  @Rows(part = "TEN-3")
  void refusesToPostForAnotherTenant() throws SQLException {
    UUID mine = database.tenant();
    UUID other = database.tenant();
    assertThatThrownBy(() -> database.post(mine, List.of(grant(other, 60))))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security");
    assertThat(database.balances(other).monthlySeconds()).isZero();
  }

  @Test
  void forgetsTheTenantWithTheTransaction() throws SQLException {
    UUID tenantId = database.tenant();
    try (Connection connection = database.connect()) {
      TenantWall.openFor(connection, tenantId);
      assertThat(LedgerDatabase.number(connection, "select count(*) from ledger_account"))
          .isEqualTo(AccountKind.values().length);
      connection.commit();
      assertThat(LedgerDatabase.number(connection, "select count(*) from ledger_account")).isZero();
    }
  }

  @Test
  void neverSpendsTheSameSecondTwice() throws Exception {
    UUID tenantId = database.tenant();
    database.post(tenantId, List.of(grant(tenantId, 60)));

    int spent = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        attempts.add(threads.submit(() -> spend(tenantId, 7)));
      }
      for (Future<Boolean> attempt : attempts) {
        spent += attempt.get() ? 1 : 0;
      }
    }

    assertThat(spent).isEqualTo(8);
    assertThat(database.balances(tenantId)).isEqualTo(new Balances(4, 0, 56, 0, 0));
  }

  @Test
  void tellsARepetitionFromAClash() throws SQLException {
    UUID tenantId = database.tenant();
    Transfer first = grant(tenantId, 60);
    assertThat(database.post(tenantId, List.of(first))).containsExactly(first.id());

    assertThat(database.post(tenantId, List.of(first))).isEmpty();
    assertThatThrownBy(
            () ->
                database.post(
                    tenantId,
                    List.of(move(first.id(), tenantId, AccountKind.ISSUER, AccountKind.BONUS, 60))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("transfer-id-reused"));
    assertThat(database.balances(tenantId)).isEqualTo(new Balances(60, 0, 0, 0, 0));
  }

  private static boolean spend(UUID tenantId, long seconds) throws SQLException {
    try {
      database.post(
          tenantId,
          List.of(
              move(UUID.randomUUID(), tenantId, AccountKind.MONTHLY, AccountKind.USED, seconds)));
      return true;
    } catch (ProblemException refused) {
      assertThat(refused.code()).isEqualTo("insufficient-seconds");
      return false;
    }
  }

  private static Transfer grant(UUID tenantId, long seconds) {
    return move(UUID.randomUUID(), tenantId, AccountKind.ISSUER, AccountKind.MONTHLY, seconds);
  }

  private static Transfer move(
      UUID id, UUID tenantId, AccountKind from, AccountKind to, long seconds) {
    return new Transfer(
        id,
        tenantId,
        from,
        to,
        seconds,
        TransferCause.MONTHLY_GRANT,
        YearMonth.of(2026, 11),
        null,
        Instant.parse("2026-11-23T05:00:00Z"));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
