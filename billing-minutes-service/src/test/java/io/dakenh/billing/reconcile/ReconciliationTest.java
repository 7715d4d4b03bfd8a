package io.dakenh.billing.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.metering.Books;
import io.dakenh.billing.metering.Told;
import io.dakenh.billing.reconcile.Reconciliation.Difference;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = "MIN-6")
class ReconciliationTest {
  @Inject Books books;
  @Inject ReconciliationJob job;
  @Inject AgroalDataSource database;

  @Test
  void findsNothingWrongWithWhatWasPosted() {
    UUID tenantId = tenantWithACall();
    assertThat(differencesOf(tenantId)).isEmpty();
  }

  @Test
  void findsACallThatClaimsMoreThanTheLedgerMoved() {
    UUID tenantId = tenantWithACall();
    change(
        tenantId,
        "update call_record set charged_seconds = charged_seconds + 7 where tenant_id = ?");

    assertThat(differencesOf(tenantId))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.what()).startsWith("charged ");
              assertThat(difference.expected() - difference.found()).isEqualTo(7);
            });
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("dakenh_billing_differences"));
    change(
        tenantId,
        "update call_record set charged_seconds = charged_seconds - 7 where tenant_id = ?");
    assertThat(differencesOf(tenantId)).isEmpty();
  }

  @Test
  void findsABalanceNobodyMoved() {
    UUID tenantId = tenantWithACall();
    change(
        tenantId,
        "update ledger_account set balance_seconds = balance_seconds + 1 where kind = 'bonus' and tenant_id = ?");

    assertThat(differencesOf(tenantId))
        .extracting(Difference::what)
        .containsExactlyInAnyOrder("balance of bonus", "sum of accounts");
    change(
        tenantId,
        "update ledger_account set balance_seconds = balance_seconds - 1 where kind = 'bonus' and tenant_id = ?");
  }

  private UUID tenantWithACall() {
    UUID tenantId = books.tenantWith(3600);
    Told call = new Told(tenantId, Instant.now().minusSeconds(100));
    books.apply(tenantId, List.of(call.ended(0L, 30, "completed")));
    return tenantId;
  }

  private List<Difference> differencesOf(UUID tenantId) {
    return job.compare().stream()
        .filter(difference -> difference.tenantId().equals(tenantId))
        .toList();
  }

  private void change(UUID tenantId, String sql) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = database.getConnection()) {
                TenantWall.openFor(connection, tenantId);
                try (PreparedStatement update = connection.prepareStatement(sql)) {
                  update.setObject(1, tenantId);
                  update.executeUpdate();
                }
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
            });
  }
}
