package io.dakenh.billing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The running job and further replicas of it, on tenants left behind in an old month. */
@QuarkusTest
class MonthEndTest {
  @Inject AgroalDataSource database;
  @Inject MonthEnd monthEnd;
  @Inject EntitlementService entitlements;
  @Inject OldMonths months;

  @Test
  @Rows(part = {"MIN-2", "MIN-6"})
  void takesBackWhatIsLeftAndGrantsTheNewMonth() throws SQLException {
    YearMonth thisMonth = BillingMonth.of(Instant.now());
    UUID tenantId = openIn(thisMonth.minusMonths(3));

    try (EventProbe probe = EventProbe.connect()) {
      EntitlementChanged changed =
          probe.await(EventCatalog.ENTITLEMENT_CHANGED, tenantId, event -> event.version() == 2);
      assertThat(changed.month()).isEqualTo(thisMonth.toString());
      assertThat(changed.monthlySecondsGranted()).isEqualTo(3600);
      assertThat(changed.monthlySecondsLeft()).isEqualTo(3600);
    }
    assertThat(movements(tenantId))
        .containsExactly(
            "monthly-grant 3600 " + thisMonth.minusMonths(3),
            "monthly-reset -3600 " + thisMonth.minusMonths(3),
            "monthly-grant 3600 " + thisMonth);
    assertThat(entitlements.get(tenantId).month()).isEqualTo(thisMonth);
  }

  @Test
  @Rows(part = "MIN-6")
  void endsEachMonthOnceHoweverManyReplicasTry() throws Exception {
    YearMonth lastMonth = BillingMonth.of(Instant.now()).minusMonths(1);
    List<UUID> tenants = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tenants.add(openIn(lastMonth));
    }
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        running.add(replicas.submit(() -> monthEnd.endDue(7)));
      }
      for (Future<Integer> replica : running) {
        replica.get();
      }
    }
    for (UUID tenantId : tenants) {
      Awaitility.await().untilAsserted(() -> assertThat(movements(tenantId)).hasSize(3));
      assertThat(entitlements.get(tenantId).version()).isEqualTo(2);
      assertThat(entitlements.get(tenantId).balances().monthlySeconds()).isEqualTo(3600);
    }
  }

  @Test
  void leavesARunningMonthAlone() throws SQLException {
    YearMonth thisMonth = BillingMonth.of(Instant.now());
    UUID tenantId = openIn(thisMonth);
    monthEnd.endDue(500);
    assertThat(movements(tenantId)).containsExactly("monthly-grant 3600 " + thisMonth);
  }

  private UUID openIn(YearMonth month) {
    return months.openIn(month, 3600);
  }

  private List<String> movements(UUID tenantId) throws SQLException {
    List<String> movements = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      TenantWall.openFor(connection, tenantId);
      try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select t.cause, e.seconds, t.month from ledger_entry e
                  join ledger_transfer t on t.id = e.transfer_id
                  join ledger_account a on a.id = e.account_id and a.kind = 'monthly'
                  order by e.id""");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          movements.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getString(3));
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return movements;
  }
}
