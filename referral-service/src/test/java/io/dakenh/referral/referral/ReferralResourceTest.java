package io.dakenh.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReferralResourceTest {
  private static final String PATH = "/api/v1/referrals";

  @Test
  @Rows(part = "REF-4")
  void listsWhomTheBusinessBrought() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      UUID referred =
          TenantEvents.signUp(
                  probe, "Trà Sữa Bống", " " + referrer.code().toLowerCase(java.util.Locale.ROOT))
              .tenantId();

      given()
          .auth()
          .oauth2(Tokens.owner(referrer.tenantId()))
          .get(PATH)
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("items[0].businessName", equalTo("Trà Sữa Bống"))
          .body("items[0].state", equalTo("registered"))
          .body("items[0].rejectionReason", nullValue())
          .body("items[0].rewardedSeconds", equalTo(0))
          .body("items[0].registeredAt", equalTo(TenantEvents.SIGNED_UP.toString()))
          .body("nextCursor", nullValue());
      given()
          .auth()
          .oauth2(Tokens.owner(referred))
          .get(PATH)
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      for (int i = 1; i <= 5; i++) {
        TenantEvents.signUp(probe, "Cửa hàng " + i, referrer.code());
      }
      List<String> seen = new ArrayList<>();
      String cursor = "";
      while (cursor != null) {
        var page =
            given()
                .auth()
                .oauth2(Tokens.owner(referrer.tenantId()))
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract();
        seen.addAll(page.path("items.businessName"));
        cursor = page.path("nextCursor");
      }
      assertThat(seen)
          .containsExactly("Cửa hàng 5", "Cửa hàng 4", "Cửa hàng 3", "Cửa hàng 2", "Cửa hàng 1");
    }
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void refusesWhoIsNoOwner() {
    UUID tenantId = UUID.randomUUID();
    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    refused(Tokens.agent(tenantId), 403, "role-required");
    refused(Tokens.operator(), 403, "role-required");
    refused(Tokens.expired(tenantId), 401, "token-expired");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, /limit",
    "limit, 101, /limit",
    "cursor, abc, /cursor",
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
        .body("errors[0].pointer", equalTo(pointer));
  }

  private static void refused(String token, int status, String code) {
    given().auth().oauth2(token).get(PATH).then().statusCode(status).body("code", equalTo(code));
  }
}
