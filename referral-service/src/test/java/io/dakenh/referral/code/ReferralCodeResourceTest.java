package io.dakenh.referral.code;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.ReferralConfig;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralCodeResourceTest {
  private static final String PATH = "/api/v1/code";

  @Inject ReferralConfig config;

  @Test
  @Rows(part = "REF-1")
  void showsCodeAndLink() {
    ReferralCodeIssued issued = issued();
    given()
        .auth()
        .oauth2(Tokens.owner(issued.tenantId()))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("code", equalTo(issued.code()))
        .body("url", equalTo(config.publicUrl() + "/r/" + issued.code()))
        .body("createdAt", notNullValue());
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void refusesEverybodyElse() {
    UUID tenantId = issued().tenantId();
    refused(Tokens.owner(UUID.randomUUID()), 404, "referral-code-not-found");
    refused(Tokens.agent(tenantId), 403, "role-required");
    refused(Tokens.operator(), 403, "role-required");
    refused(Tokens.noTenant(), 403, "tenant-required");
    refused(Tokens.expired(tenantId), 401, "token-expired");
    refused(Tokens.forged(tenantId), 401, "token-invalid");
    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
  }

  private static ReferralCodeIssued issued() {
    try (EventProbe probe = EventProbe.connect()) {
      return TenantEvents.signUp(probe, "Quán Phở Hồng");
    }
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
