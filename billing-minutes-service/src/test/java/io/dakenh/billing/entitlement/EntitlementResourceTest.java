package io.dakenh.billing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntitlementResourceTest {
  private static final String PATH = "/api/v1/entitlement";

  @Inject EntitlementService entitlements;

  @Test
  @Rows(part = "MIN-2")
  void showsTheTrialMonth() {
    UUID tenantId = opened();

    String month = BillingMonth.of(Instant.now()).toString();
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(PATH)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("planCode", equalTo("trial"))
        .body("month", equalTo(month))
        .body("monthlySecondsGranted", equalTo(3600))
        .body("monthlySecondsUsed", equalTo(0))
        .body("monthlySecondsLeft", equalTo(3600))
        .body("bonusSecondsLeft", equalTo(0))
        .body("version", equalTo(1));
  }

  @Test
  void saysWhenNothingChanged() {
    given()
        .auth()
        .oauth2(Tokens.owner(opened()))
        .header("If-None-Match", "\"1\"")
        .get(PATH)
        .then()
        .statusCode(304);
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void showsAnotherTenantNothing() {
    opened();
    refused(Tokens.owner(UUID.randomUUID()), 404, "entitlement-not-found");
  }

  @Test
  @Rows(part = "GEN-1")
  void refusesAnAgent() {
    refused(Tokens.agent(opened()), 403, "role-required");
  }

  @Test
  void refusesWhoeverHasNoTenant() {
    refused(Tokens.operator(), 403, "role-required");
    refused(Tokens.noTenant(), 403, "tenant-required");
    refused(Tokens.twoTenants(opened(), opened()), 403, "tenant-required");
  }

  @Test
  void refusesTokensThatAreNotOurs() {
    UUID tenantId = opened();
    refused(Tokens.expired(tenantId), 401, "token-expired");
    refused(Tokens.forged(tenantId), 401, "token-invalid");
    refused(Tokens.foreignIssuer(tenantId), 401, "token-invalid");
    refused(Tokens.wrongAudience(tenantId), 401, "token-invalid");
    String body = given().get(PATH).then().statusCode(401).extract().path("code");
    assertThat(body).isEqualTo("token-missing");
  }

  private UUID opened() {
    UUID tenantId = UUID.randomUUID();
    entitlements.open(tenantId, UUID.randomUUID());
    return tenantId;
  }

  private static void refused(String token, int status, String code) {
    given()
        .auth()
        .oauth2(token)
        .get(PATH)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }
}
