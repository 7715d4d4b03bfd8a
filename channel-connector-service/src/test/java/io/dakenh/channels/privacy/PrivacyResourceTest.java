package io.dakenh.channels.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dakenh.channels.Linking;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.webhook.Signatures;
import io.dakenh.devstack.simulator.ProviderSimulators;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Facebook tells of people who linked Pages. */
@QuarkusTest
class PrivacyResourceTest {
  private static final String PERSON = "10200000000000001";

  @Inject ChannelService channels;

  @Test
  void aPersonWhoRemovedOurAppHasToLogInAgain() {
    UUID tenantId = UUID.randomUUID();
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    UUID channel = Linking.pages(tenantId, Linking.page()).getFirst();

    given()
        .formParam("signed_request", signed(ProviderSimulators.FACEBOOK_APP_SECRET))
        .post("/api/v1/public/facebook/deauthorize")
        .then()
        .statusCode(204);

    assertThat(channels.view(tenantId, channel).state()).isEqualTo("reconnect-required");
    assertThat(channels.view(tenantId, channel).lastErrorCode()).isEqualTo("app-removed");
  }

  @Test
  void deletesAPersonsDataAndSaysSo() {
    String url =
        given()
            .formParam("signed_request", signed(ProviderSimulators.FACEBOOK_APP_SECRET))
            .post("/api/v1/public/facebook/data-deletion")
            .then()
            .statusCode(200)
            .extract()
            .path("url");

    given()
        .get(url.substring(url.indexOf("/api/")).replace("/api/channels/", "/api/"))
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .body(containsString("đã được xoá"));
    given().get("/api/v1/public/deletions/unknown").then().statusCode(404);
  }

  @Test
  void believesFacebookOnly() {
    for (String path : new String[] {"deauthorize", "data-deletion"}) {
      given()
          .formParam("signed_request", signed("another secret"))
          .post("/api/v1/public/facebook/" + path)
          .then()
          .statusCode(403);
      given()
          .contentType("application/x-www-form-urlencoded")
          .post("/api/v1/public/facebook/" + path)
          .then()
          .statusCode(403);
    }
    Simulators.deliverHere();
  }

  private static String signed(String secret) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String payload =
        base64.encodeToString(
            ("{\"user_id\":\"" + PERSON + "\",\"algorithm\":\"HMAC-SHA256\"}")
                .getBytes(StandardCharsets.UTF_8));
    byte[] signature =
        Signatures.hmac(
            secret.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.US_ASCII));
    return base64.encodeToString(signature) + "." + payload;
  }
}
