package io.dakenh.referral.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = {"REF-1", "REF-2"})
class LinkResourceTest {
  @Test
  void countsVisitsAndPeopleAndLeadsToTheSignUp() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      String somebody = UUID.randomUUID().toString();
      ExtractableResponse<Response> first = follow(referrer.code().toLowerCase(), somebody);
      follow(referrer.code(), somebody);
      follow(referrer.code(), UUID.randomUUID().toString());

      assertThat(first.header("Location")).contains("?ref=" + referrer.code() + "&visit=");
      assertThat(first.header("Cache-Control")).isEqualTo("no-store");
      assertThat(first.header("Set-Cookie"))
          .startsWith("dakenh_referral=" + referrer.code() + ".")
          .contains("SameSite=Lax")
          .contains("Max-Age=2592000");
      given()
          .auth()
          .oauth2(Tokens.owner(referrer.tenantId()))
          .get("/api/v1/summary")
          .then()
          .statusCode(200)
          .body("clicks", equalTo(3))
          .body("visitors", equalTo(2));
    }
  }

  @Test
  void aCodeNobodyHasLeadsOnWithoutIt() {
    ExtractableResponse<Response> answer = follow("KHONGCO2", "x");
    assertThat(answer.header("Location")).doesNotContain("ref=");
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void theNumbersAreTheOwners() {
    given().get("/api/v1/summary").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.agent(UUID.randomUUID()))
        .get("/api/v1/summary")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get("/api/v1/summary")
        .then()
        .statusCode(200)
        .body("clicks", equalTo(0))
        .body("registered", equalTo(0));
  }

  private static ExtractableResponse<Response> follow(String code, String agent) {
    return given()
        .redirects()
        .follow(false)
        .header("User-Agent", agent)
        .get("/r/" + code)
        .then()
        .statusCode(303)
        .extract();
  }
}
