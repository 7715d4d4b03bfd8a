package io.dakenh.livetalk.identify;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.livetalk.support.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who visitors are on the business's own website. */
@QuarkusTest
class IdentifyTest {
  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static String secret(Business business) {
    return get(business.owner(), "/identify-secret").statusCode(200).extract().path("secret");
  }

  /** As a website's own server makes it. */
  private static String sign(String secret, String externalId) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(externalId.getBytes(StandardCharsets.UTF_8)));
  }

  private String identify(String token, String externalId) throws Exception {
    return Visitors.post(
            token,
            "/identities",
            Map.of(
                "externalId",
                externalId,
                "hash",
                sign(secret(shop), externalId),
                "name",
                "Chị Hạnh",
                "email",
                "hanh@example.vn"))
        .statusCode(200)
        .extract()
        .path("visitorToken");
  }

  private static boolean holds(SocketClient client, UUID conversation) {
    JsonNode held = client.ready().path("conversations");
    return StreamSupport.stream(held.spliterator(), false)
        .anyMatch(one -> one.path("id").asText().equals(conversation.toString()));
  }

  @Test
  @Rows(part = "INT-4")
  void thePersonSeesOwnConversationsOnEveryDevice() throws Exception {
    String atHome = shop.visitorToken();
    UUID first = shop.visitor(atHome).open("Từ máy tính");
    String home = identify(atHome, "khach-1");
    String onPhone = shop.visitorToken();
    UUID second = shop.visitor(onPhone).open("Từ điện thoại, chưa đăng nhập");

    String phone = identify(onPhone, "khach-1");

    SocketClient device = shop.visitor(phone);
    assertThat(holds(device, first)).isTrue();
    assertThat(holds(device, second)).isTrue();
    assertThat(device.ready().path("me").path("name").asText()).isEqualTo("Chị Hạnh");
    SocketClient computer = shop.visitor(home);
    assertThat(holds(computer, second)).isTrue();
    // Both can go on with either, and own what was said on the other.
    assertThat(computer.say(second, "Tôi đây").path("type").asText()).isEqualTo("ack");
    String id = device.ready().path("me").path("id").asText();
    get(shop.owner(), "/visitors/" + id)
        .body("email", equalTo("hanh@example.vn"))
        .body("externalId", equalTo("khach-1"));
  }

  @Test
  @Rows(part = "INT-4")
  void aWrongSignatureIsRefusedAndMergesNothing() throws Exception {
    String token = shop.visitorToken();
    UUID own = shop.visitor(token).open("Của tôi");
    String other = identify(shop.visitorToken(), "khach-1");
    try (Business stranger = Business.withAgents(0)) {
      String foreign = sign(secret(stranger), "khach-1");
      for (String hash :
          new String[] {"0".repeat(64), foreign, sign(secret(shop), "khach-2"), "x"}) {
        Visitors.post(token, "/identities", Map.of("externalId", "khach-1", "hash", hash))
            .statusCode(403)
            .body("code", equalTo("identity-mismatch"));
      }
    }
    assertThat(holds(shop.visitor(token), own)).isTrue();
    assertThat(holds(shop.visitor(other), own)).isFalse();
  }

  @Test
  @Rows(part = "INT-4")
  void anotherCustomerAtTheSameBrowserIsAnotherPerson() throws Exception {
    String token = shop.visitorToken();
    UUID own = shop.visitor(token).open("Của khách một");
    String first = identify(token, "khach-1");

    String second = identify(first, "khach-2");

    assertThat(holds(shop.visitor(second), own)).isFalse();
    assertThat(holds(shop.visitor(identify(second, "khach-1")), own)).isTrue();
  }

  @Test
  @Rows(part = "INT-4")
  void aReplacedSecretEndsOldSignatures() throws Exception {
    String before = sign(secret(shop), "khach-1");
    String old = secret(shop);
    String now =
        post(shop.owner(), "/identify-secret/rotate").statusCode(200).extract().path("secret");

    assertThat(now).isNotEqualTo(old).isEqualTo(secret(shop));
    Visitors.post(
            shop.visitorToken(), "/identities", Map.of("externalId", "khach-1", "hash", before))
        .statusCode(403);
    identify(shop.visitorToken(), "khach-1");
  }

  @Test
  @Rows(part = "INT-4")
  void whatTheWebsiteSaysOfItsVisitorIsSeenAtTheDesk() {
    String token = shop.visitorToken();
    SocketClient visitor = shop.visitor(token);
    visitor.open("Chào shop");
    Visitors.put(
            token,
            "/visitor-data",
            Map.of("data", Map.of("Giỏ hàng", "3 món", "Hạng", "<b>Vàng</b>")))
        .statusCode(204);

    String id = visitor.ready().path("me").path("id").asText();
    get(shop.owner(), "/visitors/" + id)
        .body("data.'Giỏ hàng'", equalTo("3 món"))
        .body("data.'Hạng'", equalTo("<b>Vàng</b>"));
    Map<String, String> many = new java.util.HashMap<>();
    for (int i = 0; i < 21; i++) {
      many.put("k" + i, "v");
    }
    Visitors.put(token, "/visitor-data", Map.of("data", many)).statusCode(400);
  }

  @Test
  void isForOwnersAndVisitorsOfTheBusiness() {
    refusesStrangers(shop, "GET", "/identify-secret");
    refusesStrangers(shop, "POST", "/identify-secret/rotate");
    get(shop.agent(0), "/identify-secret").statusCode(403);
    post(shop.agent(0), "/identify-secret/rotate").statusCode(403);
    io.restassured.RestAssured.given()
        .contentType("application/json")
        .body(Map.of("externalId", "a", "hash", "b"))
        .post("/api/v1/public/identities")
        .then()
        .statusCode(401);
    Visitors.post(shop.visitorToken(), "/identities", Map.of("externalId", " ", "hash", "b"))
        .statusCode(400);
    try (Business other = Business.withAgents(0)) {
      assertThat(secret(other)).isNotEqualTo(secret(shop));
    }
  }
}
