package io.dakenh.billing.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LedgerEntryResourceTest {
  private static final String PATH = "/api/v1/ledger-entries";

  @Inject AgroalDataSource database;

  @Test
  @Rows(part = "MIN-6")
  void listsEveryMovementNewestFirst() {
    UUID tenantId = tenantWith(100, 20, 3);
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.seconds", contains(3, 20, 100))
        .body("items.balanceAfterSeconds", contains(123, 120, 100))
        .body("items.account", contains("monthly", "monthly", "monthly"))
        .body("items[0].cause", equalTo("monthly-grant"))
        .body("items[0].month", equalTo("2026-11"))
        .body("nextCursor", nullValue());
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    UUID tenantId = tenantWith(1, 2, 3, 4, 5);
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          given()
              .auth()
              .oauth2(Tokens.owner(tenantId))
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get(PATH)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.seconds"));
      cursor = page.path("nextCursor");
    }
    assertThat(seen).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  @Rows(part = "TEN-3")
  void showsAnotherTenantNothing() {
    UUID tenantId = tenantWith(100);
    String cursor =
        given()
            .auth()
            .oauth2(Tokens.owner(tenantWith(1, 2)))
            .queryParam("limit", 1)
            .get(PATH)
            .path("nextCursor");
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .queryParam("cursor", cursor)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.seconds.findAll { it != 100 }", hasSize(0));
  }

  @Test
  @Rows(part = "GEN-1")
  void refusesWhoIsNoOwner() {
    UUID tenantId = tenantWith(1);
    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    given()
        .auth()
        .oauth2(Tokens.agent(tenantId))
        .get(PATH)
        .then()
        .statusCode(403)
        .body("code", equalTo("role-required"));
    given()
        .auth()
        .oauth2(Tokens.expired(tenantId))
        .get(PATH)
        .then()
        .statusCode(401)
        .body("code", equalTo("token-expired"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, /limit",
    "limit, 101, /limit",
    "limit, -5, /limit",
    "cursor, abc, /cursor",
    "cursor, %00, /cursor",
    "cursor, bm90LWEtdXVpZA, /cursor"
  })
  void refusesBadPaging(String parameter, String value, String pointer) {
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .queryParam(parameter, value)
        .get(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("validation-failed"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  private UUID tenantWith(long... grants) {
    UUID tenantId = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = database.getConnection()) {
                TenantWall.openFor(connection, tenantId);
                LedgerStore.openAccounts(connection, tenantId);
                List<Transfer> transfers = new ArrayList<>();
                for (long seconds : grants) {
                  transfers.add(
                      new Transfer(
                          UUID.randomUUID(),
                          tenantId,
                          AccountKind.ISSUER,
                          AccountKind.MONTHLY,
                          seconds,
                          TransferCause.MONTHLY_GRANT,
                          YearMonth.of(2026, 11),
                          null,
                          Instant.parse("2026-11-23T05:00:00Z")));
                }
                LedgerStore.post(connection, transfers);
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
            });
    return tenantId;
  }
}
