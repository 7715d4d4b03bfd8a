package io.dakenh.billing.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.metering.Books;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatorResourceTest {
  private static final String OPERATOR = "/api/v1/operator";

  @Inject Books books;

  @Test
  @Rows(part = "MIN-7")
  void createsAndChangesPlans() {
    String code = "plan-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> body =
        Map.of("name", "Cửa hàng", "monthlySeconds", 12_000, "exhaustedPolicy", "cut");
    operator()
        .body(Map.of("code", code, "plan", body))
        .post(OPERATOR + "/plans")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("incrementSeconds", equalTo(1))
        .body("exhaustedPolicy", equalTo("cut"));
    operator()
        .body(Map.of("code", code, "plan", body))
        .post(OPERATOR + "/plans")
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-exists"));
    operator().body(body).put(OPERATOR + "/plans/" + code).then().statusCode(428);
    operator()
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "Cửa hàng lớn", "monthlySeconds", 24_000, "incrementSeconds", 60))
        .put(OPERATOR + "/plans/" + code)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("exhaustedPolicy", equalTo("finish"));
    operator()
        .header("If-Match", "\"1\"")
        .body(body)
        .put(OPERATOR + "/plans/" + code)
        .then()
        .statusCode(412);
    operator()
        .get(OPERATOR + "/plans")
        .then()
        .statusCode(200)
        .body("items.code", hasItems("trial", code));
  }

  @Test
  @Rows(part = "MIN-7")
  void changesThePlanInFull() {
    UUID tenantId = books.tenantWith(3600);
    changePlan(tenantId, "standard", "full", null)
        .statusCode(200)
        .body("planCode", equalTo("standard"))
        .body("monthlySecondsGranted", equalTo(60_000))
        .body("monthlySecondsLeft", equalTo(60_000));
    changePlan(tenantId, "trial", "full", null)
        .statusCode(200)
        .body("monthlySecondsGranted", equalTo(3600))
        .body("monthlySecondsLeft", equalTo(3600));
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-7")
  void changesThePlanProRataWithTheRestOfTheMonth() {
    UUID tenantId = books.tenantWith(3600);
    int granted =
        changePlan(tenantId, "business", "pro-rata", null)
            .statusCode(200)
            .body("planCode", equalTo("business"))
            .extract()
            .path("monthlySecondsGranted");
    assertThat(granted).isBetween(3600, 300_000);
    assertThat(books.balances(tenantId).monthlySeconds()).isEqualTo(granted);
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-7")
  void neverTakesBackMoreThanIsLeft() {
    UUID tenantId = books.tenantWith(3600);
    changePlan(tenantId, "standard", "full", null).statusCode(200);
    correct(tenantId, "monthly", -59_000, null).statusCode(200);
    changePlan(tenantId, "trial", "full", null)
        .statusCode(200)
        .body("monthlySecondsLeft", equalTo(0))
        .body("monthlySecondsGranted", greaterThan(3600));
    books.assertConsistent(tenantId);
  }

  @Test
  @Rows(part = "MIN-7")
  void changesThePlanFromTheNextMonthOn() {
    UUID tenantId = books.tenantWith(3600);
    changePlan(tenantId, "business", "next-month", null)
        .statusCode(200)
        .body("planCode", equalTo("trial"))
        .body("nextPlanCode", equalTo("business"))
        .body("monthlySecondsGranted", equalTo(3600));
  }

  @Test
  @Rows(part = {"MIN-6", "MIN-7"})
  void correctsByNewMovementsThatNameTheirReason() {
    UUID tenantId = books.tenantWith(3600);
    String key = UUID.randomUUID().toString();
    correct(tenantId, "bonus", 600, key).statusCode(200).body("bonusSecondsLeft", equalTo(600));
    correct(tenantId, "bonus", 600, key).statusCode(200).body("bonusSecondsLeft", equalTo(600));
    correct(tenantId, "bonus", 700, key).statusCode(409);
    correct(tenantId, "monthly", -100, null)
        .statusCode(200)
        .body("monthlySecondsLeft", equalTo(3500));
    correct(tenantId, "bonus", -601, null)
        .statusCode(422)
        .body("code", equalTo("insufficient-seconds"));

    assertThat(books.balances(tenantId)).isEqualTo(new Balances(3500, 600, 0, 0, 0));
    assertThat(
            books.number(
                tenantId,
                "select count(*) from ledger_transfer where cause = 'correction' and note = 'Đền bù'"))
        .isEqualTo(2);
    operator()
        .get(OPERATOR + "/tenants/" + tenantId + "/audit-entries")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.action", hasItems("correction"));
  }

  @Test
  void refusesWhatMakesNoSense() {
    UUID tenantId = books.tenantWith(3600);
    changePlan(tenantId, "nosuch", "full", null).statusCode(400);
    changePlan(tenantId, "standard", "sometimes", null).statusCode(400);
    correct(tenantId, "used", 5, null).statusCode(400);
    correct(tenantId, "bonus", 0, null).statusCode(400);
    correct(UUID.randomUUID(), "bonus", 5, null)
        .statusCode(404)
        .body("code", equalTo("entitlement-not-found"));
    operator()
        .body(Map.of("code", "Trial!", "plan", Map.of("name", "x", "monthlySeconds", 1)))
        .post(OPERATOR + "/plans")
        .then()
        .statusCode(400);
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void isForOperatorsOnly() {
    UUID tenantId = books.tenantWith(3600);
    for (String path :
        List.of(
            "/plans",
            "/tenants/" + tenantId + "/entitlement",
            "/tenants/" + tenantId + "/audit-entries")) {
      given().auth().oauth2(Tokens.owner(tenantId)).get(OPERATOR + path).then().statusCode(403);
      given().get(OPERATOR + path).then().statusCode(401);
    }
    for (String path : List.of("/plan-changes", "/corrections")) {
      given()
          .auth()
          .oauth2(Tokens.owner(tenantId))
          .contentType("application/json")
          .body(Map.of())
          .post(OPERATOR + "/tenants/" + tenantId + path)
          .then()
          .statusCode(403);
    }
    operator()
        .get(OPERATOR + "/tenants/" + tenantId + "/entitlement")
        .then()
        .statusCode(200)
        .body("monthlySecondsLeft", equalTo(3600));
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator()).contentType("application/json");
  }

  private static ValidatableResponse changePlan(
      UUID tenantId, String plan, String mode, @Nullable String key) {
    return post(
        tenantId, "plan-changes", Map.of("planCode", plan, "mode", mode, "reason", "Đổi gói"), key);
  }

  private static ValidatableResponse correct(
      UUID tenantId, String account, long seconds, @Nullable String key) {
    return post(
        tenantId,
        "corrections",
        Map.of("account", account, "seconds", seconds, "reason", "Đền bù"),
        key);
  }

  private static ValidatableResponse post(
      UUID tenantId, String what, Map<String, ?> body, @Nullable String key) {
    RequestSpecification request = operator();
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.body(body).post(OPERATOR + "/tenants/" + tenantId + "/" + what).then();
  }
}
