package io.dakenh.livetalk.apikey;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.Keys;
import io.dakenh.livetalk.support.Keys.Key;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs of a business call with keys. */
@QuarkusTest
class ApiKeyTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;
  private String visitorId;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
    visitorId = visitor.ready().path("me").path("id").asText();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static RequestSpecification by(Key key) {
    return given().auth().oauth2(key.text()).contentType(ContentType.JSON);
  }

  private static Map<String, Object> message(UUID clientMessageId, String text) {
    return Map.of("clientMessageId", clientMessageId, "text", text);
  }

  @Test
  @Rows(part = "INT-5")
  void readsWhatItsScopesName() {
    Key key = Keys.make(shop, ApiScopes.CONVERSATIONS_READ, ApiScopes.CONTACTS_READ);

    by(key)
        .get("/api/v1/conversations")
        .then()
        .statusCode(200)
        .body("items.id", contains(conversation.toString()));
    by(key).get("/api/v1/conversations/" + conversation).then().statusCode(200);
    by(key)
        .get("/api/v1/conversations/" + conversation + "/messages")
        .then()
        .statusCode(200)
        .body("items[0].text", equalTo("Chào shop"));
    by(key).get("/api/v1/visitors").then().statusCode(200).body("items.id", contains(visitorId));
    by(key).get("/api/v1/visitors/" + visitorId).then().statusCode(200);
    by(key).get("/api/v1/reports").then().statusCode(403).body("code", equalTo("role-required"));
    by(key)
        .body(message(UUID.randomUUID(), "Không được"))
        .post("/api/v1/conversations/" + conversation + "/messages")
        .then()
        .statusCode(403);

    Key reports = Keys.make(shop, ApiScopes.REPORTS_READ);
    by(reports).get("/api/v1/reports").then().statusCode(200);
    by(reports).get("/api/v1/reports/agents.csv").then().statusCode(200);
    by(reports).get("/api/v1/conversations").then().statusCode(403);
  }

  @Test
  @Rows(part = "INT-5")
  void reachesNothingThatPeopleDo() {
    Key key = Keys.make(shop, ApiScopes.ALL.toArray(String[]::new));
    for (String path :
        List.of(
            "/agents",
            "/labels",
            "/departments",
            "/search?q=a",
            "/identify-secret",
            "/api-key-uses",
            "/conversations/counts",
            "/conversations/" + conversation + "/notes",
            "/conversations/" + conversation + "/transcript")) {
      by(key).get("/api/v1" + path).then().statusCode(403);
    }
    by(key).post("/api/v1/conversations/" + conversation + "/join").then().statusCode(403);
    by(key).put("/api/v1/visitors/" + visitorId).then().statusCode(403);
    by(key).post("/api/v1/visitors/" + visitorId + "/erase").then().statusCode(403);
  }

  @Test
  @Rows(part = "INT-5")
  void writesAsTheBusiness() {
    Key key = Keys.make(shop, ApiScopes.MESSAGES_WRITE);
    String path = "/api/v1/conversations/" + conversation + "/messages";
    UUID clientMessageId = UUID.randomUUID();

    long sequence =
        by(key)
            .body(message(clientMessageId, "Đơn hàng đã được gửi đi"))
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getLong("sequence");

    JsonNode heard = visitor.awaitMessage("Đơn hàng đã được gửi đi");
    desk.awaitMessage("Đơn hàng đã được gửi đi");
    assertThat(heard.get("sequence").asLong()).isEqualTo(sequence);
    assertThat(heard.path("author").path("kind").asText()).isEqualTo("system");
    by(key)
        .body(message(clientMessageId, "Đơn hàng đã được gửi đi"))
        .post(path)
        .then()
        .statusCode(201)
        .body("sequence", equalTo((int) sequence));
    by(key)
        .body(message(clientMessageId, "Khác"))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("client-message-id-reused"));
    by(key).body(message(UUID.randomUUID(), " ")).post(path).then().statusCode(400);
    by(key).body(Map.of("text", "x")).post(path).then().statusCode(400);
    by(key)
        .body(message(UUID.randomUUID(), "x"))
        .post("/api/v1/conversations/" + UUID.randomUUID() + "/messages")
        .then()
        .statusCode(404);
    refusesStrangers(shop, "POST", path.substring("/api/v1".length()));
    desk.ask(SocketClient.request("close").put("conversationId", conversation.toString()));
    by(key)
        .body(message(UUID.randomUUID(), "Muộn"))
        .post(path)
        .then()
        .statusCode(409)
        .body("code", equalTo("conversation-closed"));
  }

  @Test
  @Rows(part = {"INT-5", "TEN-3"})
  void knowsNothingOfAnotherBusiness() {
    try (Business other = Business.withAgents(1)) {
      Key key = Keys.make(other, ApiScopes.ALL.toArray(String[]::new));
      String one = "/api/v1/conversations/" + conversation;

      by(key).get(one).then().statusCode(404).body("code", equalTo("conversation-not-found"));
      by(key).get(one + "/messages").then().statusCode(404);
      by(key).body(message(UUID.randomUUID(), "Lạ")).post(one + "/messages").then().statusCode(404);
      by(key).get("/api/v1/visitors/" + visitorId).then().statusCode(404);
      by(key).get("/api/v1/conversations").then().statusCode(200).body("items", empty());
      by(key).get("/api/v1/visitors").then().statusCode(200).body("items", empty());
      get(other.owner(), "/visitors").statusCode(200).body("items", empty());
      assertThat(visitor.seen("message")).isEmpty();
    }
  }

  @Test
  @Rows(part = "INT-5")
  void isGoodForNothingOnceRevokedOrOver() {
    Key key = Keys.make(shop, ApiScopes.CONVERSATIONS_READ);
    Key ended = Keys.make(shop, Instant.now().minusSeconds(1), ApiScopes.CONVERSATIONS_READ);

    refused(ended.text());
    refused(key.text().substring(0, key.text().length() - 1) + "x");
    refused("dk_khong-co_abc");
    refused("dk_");
    by(key).get("/api/v1/conversations").then().statusCode(200);
    Keys.revoke(shop, key);
    Awaitility.await("the key is refused")
        .until(() -> by(key).get("/api/v1/conversations").statusCode() == 401);
    // An older state that comes late changes nothing.
    Keys.announce(shop, key, 1, false);
    Key later = Keys.make(shop, ApiScopes.CONVERSATIONS_READ);
    by(later).get("/api/v1/conversations").then().statusCode(200);
    refused(key.text());
    shop.publishTenant(2, "suspended");
    Awaitility.await("keys of a suspended business are refused")
        .until(() -> by(later).get("/api/v1/conversations").statusCode() == 401);
  }

  private static void refused(String key) {
    given()
        .auth()
        .oauth2(key)
        .get("/api/v1/conversations")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("api-key-invalid"));
  }

  @Test
  void saysWhenItWasUsed() {
    Key used = Keys.make(shop, ApiScopes.CONVERSATIONS_READ);
    // Announced only, never tried.
    Keys.make(shop, Instant.now().plusSeconds(3_600), ApiScopes.REPORTS_READ);
    by(used).get("/api/v1/conversations").then().statusCode(200);

    get(shop.owner(), "/api-key-uses")
        .statusCode(200)
        .body("items.keyId", contains(used.id().toString()));
    get(shop.agent(0), "/api-key-uses").statusCode(403);
    refusesStrangers(shop, "GET", "/api-key-uses");
    try (Business other = Business.withAgents(0)) {
      get(other.owner(), "/api-key-uses").statusCode(200).body("items", hasSize(0));
    }
  }

  @Test
  void isSlowedDownWhenItCallsTooOften() {
    Key key = Keys.make(shop, ApiScopes.REPORTS_READ);
    Key other = Keys.make(shop, ApiScopes.REPORTS_READ);
    int answered = 0;
    int status = 403;
    // Refused without work: only the limit is asked about.
    while (status == 403 && answered < 200) {
      status = by(key).get("/api/v1/labels").statusCode();
      answered++;
    }
    assertThat(status).isEqualTo(429);
    assertThat(answered).isGreaterThan(60);
    String wait =
        by(key)
            .get("/api/v1/labels")
            .then()
            .statusCode(429)
            .body("code", equalTo("rate-limited"))
            .extract()
            .header("Retry-After");
    assertThat(Integer.parseInt(wait)).isBetween(1, 60);
    by(other).get("/api/v1/labels").then().statusCode(403);
  }

  @Test
  void listsVisitorsPageByPage() {
    for (int i = 0; i < 2; i++) {
      shop.visitor().open("Xin chào");
    }
    Key key = Keys.make(shop, ApiScopes.CONTACTS_READ);
    String cursor =
        by(key)
            .get("/api/v1/visitors?limit=2")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    by(key)
        .get("/api/v1/visitors?limit=2&cursor=" + cursor)
        .then()
        .body("items.id", contains(visitorId));
    by(key).get("/api/v1/visitors?cursor=x").then().statusCode(400);
    get(shop.agent(0), "/visitors").statusCode(403);
    refusesStrangers(shop, "GET", "/visitors");
  }
}
