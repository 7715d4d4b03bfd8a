package io.dakenh.livetalk.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitorSessionResourceTest {
  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(0);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-1")
  void keepsTheVisitorOfABrowser() {
    ValidatableResponse first = ask(Map.of("widgetKey", shop.widgetKey())).statusCode(200);
    String visitorId = first.extract().path("visitorId");
    ask(Map.of(
            "widgetKey",
            shop.widgetKey(),
            "visitorToken",
            first.extract().<String>path("visitorToken")))
        .statusCode(200)
        .body("visitorId", equalTo(visitorId));
  }

  @Test
  @Rows(part = "TEN-3")
  void startsAnewWithATokenThatIsNotOfThisBusiness() {
    try (Business other = Business.withAgents(0)) {
      String foreign = other.visitorToken();
      String visitorId =
          ask(Map.of("widgetKey", other.widgetKey(), "visitorToken", foreign))
              .extract()
              .path("visitorId");
      for (String token : new String[] {foreign, "nonsense", ""}) {
        String given =
            ask(Map.of("widgetKey", shop.widgetKey(), "visitorToken", token))
                .statusCode(200)
                .extract()
                .path("visitorId");
        assertThat(given).isNotEqualTo(visitorId);
      }
    }
  }

  @Test
  void refusesWrongRequests() {
    ask(Map.of("widgetKey", "no-such-key"))
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("widget-not-found"));
    ask(Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/widgetKey"));
    ask(Map.of("widgetKey", " ")).statusCode(400).body("code", equalTo("validation-failed"));
    ask("{").statusCode(400).body("code", equalTo("malformed-json"));
  }

  @Test
  void slowsDownWhoeverAsksTooOften() {
    int status = 200;
    int asked = 0;
    while (status == 200 && asked < 1_000) {
      status = from("203.0.113.7").extract().statusCode();
      asked++;
    }
    assertThat(status).isEqualTo(429);
    assertThat(asked).isGreaterThan(60);
    from("203.0.113.7").statusCode(429).body("code", equalTo("rate-limited"));
    from("203.0.113.8").statusCode(200);
  }

  @Test
  void refusesASuspendedBusiness() {
    shop.publishTenant(2, "suspended");
    org.awaitility.Awaitility.await()
        .until(() -> from("203.0.113.9").extract().statusCode() == 403);
  }

  private ValidatableResponse from(String address) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", address)
        .body(Map.of("widgetKey", shop.widgetKey()))
        .post("/api/v1/public/visitor-sessions")
        .then();
  }

  private static ValidatableResponse ask(Object body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/public/visitor-sessions")
        .then();
  }
}
