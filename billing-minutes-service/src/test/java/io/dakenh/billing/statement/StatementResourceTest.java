package io.dakenh.billing.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.metering.Books;
import io.dakenh.billing.metering.Told;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementResourceTest {
  private static final String STATEMENTS = "/api/v1/statements";

  @Inject Books books;

  @Test
  @Rows(part = {"MIN-2", "MIN-7"})
  void addsUp() {
    UUID tenantId = books.tenantWith(100);
    books.move(tenantId, AccountKind.ISSUER, AccountKind.BONUS, 50);
    Told call = new Told(tenantId, Instant.now().minusSeconds(600));
    Told missed = new Told(tenantId, Instant.now().minusSeconds(300));
    books.apply(tenantId, List.of(call.ended(0L, 170, "completed")));
    books.apply(tenantId, List.of(missed.ended(null, 30, "missed")));

    String month = BillingMonth.of(Instant.now()).toString();
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(STATEMENTS + "/" + month)
        .then()
        .statusCode(200)
        .body("closed", equalTo(false))
        .body("planName", equalTo("Dùng thử"))
        .body("grantedSeconds", equalTo(3600))
        .body("usedSeconds", equalTo(170))
        .body("usedFromMonthlySeconds", equalTo(100))
        .body("usedFromBonusSeconds", equalTo(50))
        .body("overdraftSeconds", equalTo(20))
        .body("correctionSeconds", equalTo(-3450))
        .body("days.audioSeconds", hasItem(170))
        .body("calls.answered", equalTo(1))
        .body("calls.missed", equalTo(1));
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(STATEMENTS)
        .then()
        .statusCode(200)
        .body("items", contains(month));
  }

  @Test
  void refusesWhatIsNoMonthAndMonthsNobodyHad() {
    UUID tenantId = books.tenantWith(100);
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(STATEMENTS + "/2026-13")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/month"));
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(STATEMENTS + "/2001-01")
        .then()
        .statusCode(404)
        .body("code", equalTo("statement-not-found"));
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void showsOthersNothing() {
    books.tenantWith(100);
    String month = BillingMonth.of(Instant.now()).toString();
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get(STATEMENTS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get(STATEMENTS + "/" + month)
        .then()
        .statusCode(404);
    given().auth().oauth2(Tokens.agent(UUID.randomUUID())).get(STATEMENTS).then().statusCode(403);
    given().get(STATEMENTS + "/" + month).then().statusCode(401);
  }
}
