package io.dakenh.livetalk.webhook;

import static io.dakenh.livetalk.support.Api.delete;
import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners set up webhooks. */
@QuarkusTest
class WebhookResourceTest {
  private static final String PUBLIC = "https://93.184.216.34/hook";
  private static final List<String> EVENTS = List.of("message.received");

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Map<String, Object> body(String url) {
    return Map.of("name", "Kho", "url", url, "events", EVENTS);
  }

  private JsonPath create() {
    return post(shop.owner(), "/webhooks", body(PUBLIC)).statusCode(201).extract().jsonPath();
  }

  @Test
  @Rows(part = "INT-5")
  void showsTheSecretOnce() {
    JsonPath made = create();
    String path = "/webhooks/" + made.getString("id");

    assertThat(made.getString("secret")).matches("whsec_[0-9a-f]{64}");
    get(shop.owner(), path)
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("secret", nullValue())
        .body("state", equalTo("active"))
        .body("events", equalTo(EVENTS));
    get(shop.owner(), "/webhooks").body("items.secret", contains(nullValue()));
    String again = post(shop.owner(), path + "/secret/rotate").extract().path("secret");
    assertThat(again).isNotEqualTo(made.getString("secret"));
    assertThat(get(shop.owner(), path).extract().<String>path("formerSecretUntil")).isNotNull();
  }

  @ParameterizedTest
  @Rows(part = "INT-5")
  @CsvSource({
    "https://10.0.0.1/hook, address-private",
    "https://localhost/hook, address-private",
    "https://169.254.169.254/latest, address-private",
    "https://[::1]/hook, address-private",
    "http://93.184.216.34/hook, https-required",
    "https://93.184.216.34:8443/hook, https-required",
    "https://a:b@93.184.216.34/hook, address-malformed",
    "ftp://93.184.216.34/hook, address-malformed",
    "webhook, address-malformed",
    "https://khong-co.invalid/hook, address-unknown",
    "'', required"
  })
  void refusesTargetsThatAreNotOutside(String url, String code) {
    post(shop.owner(), "/webhooks", body(url))
        .statusCode(400)
        .body("errors.pointer", contains("/url"))
        .body("errors.code", contains(code));
  }

  @Test
  void namesWhatIsWrong() {
    post(
            shop.owner(),
            "/webhooks",
            Map.of("name", " ", "url", PUBLIC, "events", List.of("x", "call.ended", "call.ended")))
        .statusCode(400)
        .body("errors.pointer", contains("/name", "/events/0", "/events/2"))
        .body("errors.code", contains("not-blank", "unknown-value", "duplicate"));
    post(
            shop.owner(),
            "/webhooks",
            Map.of("name", "a".repeat(81), "url", PUBLIC, "events", List.of()))
        .statusCode(400)
        .body("errors.code", contains("too-long", "required"));
    post(shop.owner(), "/webhooks").statusCode(400);
    get(shop.owner(), "/webhooks").body("items", empty());
  }

  @Test
  void isChangedInTheVersionThatWasSeen() {
    String path = "/webhooks/" + create().getString("id");
    Map<String, Object> paused =
        Map.of("name", "Khác", "url", PUBLIC, "events", List.of("call.ended"), "active", false);

    put(shop.owner(), path, paused).statusCode(428);
    put(shop.owner(), path, "\"7\"", paused).statusCode(412);
    put(shop.owner(), path, "\"1\"", body("https://10.0.0.1/"))
        .statusCode(400)
        .body("errors.code", contains("address-private"));
    put(shop.owner(), path, "\"1\"", paused)
        .statusCode(200)
        .body("state", equalTo("paused"))
        .body("name", equalTo("Khác"));
    post(shop.owner(), path + "/test").statusCode(409).body("code", equalTo("webhook-not-active"));
    delete(shop.owner(), path, "\"1\"").statusCode(412);
    delete(shop.owner(), path).statusCode(428);
    delete(shop.owner(), path, "\"2\"").statusCode(204);
    get(shop.owner(), path).statusCode(404);
  }

  @Test
  void hasALimit() {
    for (int i = 0; i < Endpoints.MOST; i++) {
      create();
    }
    post(shop.owner(), "/webhooks", body(PUBLIC))
        .statusCode(422)
        .body("code", equalTo("webhook-limit-reached"));
  }

  @Test
  void hasALogThatIsReadPageByPage() {
    try (Receiver receiver = new Receiver()) {
      String id =
          post(shop.owner(), "/webhooks", body(receiver.url()))
              .statusCode(201)
              .extract()
              .path("id");
      String path = "/webhooks/" + id;
      for (int i = 0; i < 3; i++) {
        post(shop.owner(), path + "/test").statusCode(200);
      }
      receiver.awaitMany(3);
      Awaitility.await()
          .untilAsserted(
              () ->
                  get(shop.owner(), path + "/deliveries?state=delivered")
                      .body("items", hasSize(3)));
      String cursor =
          get(shop.owner(), path + "/deliveries?limit=2")
              .body("items", hasSize(2))
              .extract()
              .path("nextCursor");
      get(shop.owner(), path + "/deliveries?limit=2&cursor=" + cursor)
          .body("items", hasSize(1))
          .body("nextCursor", nullValue());
      get(shop.owner(), path + "/deliveries?state=lost").statusCode(400);
      get(shop.owner(), path + "/deliveries?cursor=x").statusCode(400);
    }
  }

  @Test
  @Rows(part = {"INT-5", "TEN-3"})
  void belongsToItsBusinessAndToOwners() {
    String path = "/webhooks/" + create().getString("id");
    String replay = path + "/deliveries/" + UUID.randomUUID() + "/replay";
    try (Business other = Business.withAgents(0)) {
      get(other.owner(), path).statusCode(404).body("code", equalTo("webhook-not-found"));
      put(other.owner(), path, "\"1\"", body(PUBLIC)).statusCode(404);
      delete(other.owner(), path, "\"1\"").statusCode(404);
      post(other.owner(), path + "/test").statusCode(404);
      post(other.owner(), path + "/secret/rotate").statusCode(404);
      get(other.owner(), path + "/deliveries").statusCode(404);
      post(other.owner(), replay).statusCode(404);
      get(other.owner(), "/webhooks").body("items", empty());
    }
    post(shop.owner(), replay).statusCode(404).body("code", equalTo("webhook-delivery-not-found"));
    for (String each : List.of("/webhooks", path, path + "/deliveries")) {
      get(shop.agent(0), each).statusCode(403);
      refusesStrangers(shop, "GET", each);
    }
    for (String each : List.of("/webhooks", path + "/test", path + "/secret/rotate", replay)) {
      post(shop.agent(0), each).statusCode(403);
      refusesStrangers(shop, "POST", each);
    }
    refusesStrangers(shop, "PUT", path);
    refusesStrangers(shop, "DELETE", path);
  }
}
