package io.dakenh.channels.provider;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.channels.Simulators;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProviderResourceTest {
  private static final String PATH = "/api/v1/providers";

  @Test
  void showsBothConfiguredAndReachable() {
    get(Tokens.owner(UUID.randomUUID()))
        .statusCode(200)
        .body("items.kind", contains("facebook", "zalo"))
        .body("items.configured", contains(true, true))
        .body("items.reachable", contains(true, true));
  }

  @Test
  void countsAnErrorAsAnAnswer() {
    Simulators.fault("facebook", 503);
    try {
      get(Tokens.owner(UUID.randomUUID()))
          .statusCode(200)
          .body("items[0].reachable", equalTo(true));
    } finally {
      Simulators.fault("facebook", 0);
    }
  }

  @Test
  @Rows(part = "GEN-1")
  void refusesWhoIsNoOwner() {
    UUID tenantId = UUID.randomUUID();
    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    get(Tokens.agent(tenantId)).statusCode(403).body("code", equalTo("role-required"));
    get(Tokens.noTenant()).statusCode(403).body("code", equalTo("tenant-required"));
    get(Tokens.expired(tenantId)).statusCode(401).body("code", equalTo("token-expired"));
  }

  private static ValidatableResponse get(String token) {
    return given().auth().oauth2(token).get(PATH).then();
  }
}
