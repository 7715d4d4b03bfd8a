package io.dakenh.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = "REF-5")
class ReviewResourceTest {
  private static final String REFERRALS = "/api/v1/operator/referrals";

  @Test
  void overrulingLetsARejectedReferralGoOn() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      String domain = "domain-" + UUID.randomUUID();
      ReferralCodeIssued referrer =
          businesses.signUp("Hoa Mai", null, SignUps.facts(domain + "1", domain, true, null));
      UUID referred =
          businesses
              .signUp("Bống", referrer.code(), SignUps.facts(domain + "2", domain, true, null))
              .tenantId();
      businesses.handlesAConversation(referred, false);
      String id = SignUps.<String>history(referrer.tenantId(), "items.id").getFirst();
      given()
          .auth()
          .oauth2(Tokens.operator())
          .queryParam("limit", 100)
          .get(REFERRALS)
          .then()
          .statusCode(200)
          .body("items.referral.id", hasItem(id));

      review(id, "upheld").statusCode(200).body("decision", equalTo("upheld"));
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.state"))
          .containsExactly("rejected");
      review(id, "overruled").statusCode(200);
      probe.await(EventCatalog.REFERRAL_REWARDED, referrer.tenantId(), event -> true);
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.state"))
          .containsExactly("rewarded");
      review(id, "overruled").statusCode(409).body("code", equalTo("referral-not-rejected"));
    }
  }

  @Test
  void refusesWhatCannotBe() {
    review(UUID.randomUUID().toString(), "upheld").statusCode(404);
    review(UUID.randomUUID().toString(), "perhaps").statusCode(400);
    given().auth().oauth2(Tokens.operator()).get(REFERRALS + "?state=lost").then().statusCode(400);
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void isForOperatorsOnly() {
    given().auth().oauth2(Tokens.owner(UUID.randomUUID())).get(REFERRALS).then().statusCode(403);
    given().get(REFERRALS).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .contentType("application/json")
        .body(Map.of("decision", "upheld", "note", "x"))
        .post(REFERRALS + "/" + UUID.randomUUID() + "/review")
        .then()
        .statusCode(403);
  }

  private static ValidatableResponse review(String id, String decision) {
    return given()
        .auth()
        .oauth2(Tokens.operator())
        .contentType("application/json")
        .body(Map.of("decision", decision, "note", "Đã gọi điện xác nhận"))
        .post(REFERRALS + "/" + id + "/review")
        .then();
  }
}
