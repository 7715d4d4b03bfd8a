package io.dakenh.livetalk.contact;

import static io.dakenh.livetalk.support.Api.delete;
import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visitors who may not write any more. */
@QuarkusTest
class BlockTest {
  @Inject Database database;

  private Business shop;
  private String token;
  private SocketClient visitor;
  private UUID conversation;
  private String visitorId;
  private String path;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    token = shop.visitorToken();
    visitor = shop.visitor(token);
    conversation = visitor.open("Quảng cáo đây");
    visitorId = visitor.ready().path("me").path("id").asText();
    path = "/visitors/" + visitorId + "/block";
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-8")
  void silencesTheVisitorUntilItIsLifted() {
    block("Gửi quảng cáo");
    assertThat(visitor.awaitType("blocked").path("active").asBoolean()).isTrue();
    assertThat(visitor.say(conversation, "Nữa đây").path("code").asText())
        .isEqualTo("visitor-blocked");
    assertThat(
            visitor
                .ask(request("open").put("clientConversationId", UUID.randomUUID().toString()))
                .path("code")
                .asText())
        .isEqualTo("visitor-blocked");
    assertThat(shop.visitor(token).ready().path("blocked").asBoolean()).isTrue();
    assertThat(visitor.seen(frame -> frame.toString().contains("Gửi quảng cáo")))
        .as("the reason is not for the visitor")
        .isEmpty();

    get(shop.agent(0), "/visitors/" + visitorId)
        .body("block.reason", equalTo("Gửi quảng cáo"))
        .body("block.blockedByName", equalTo("Nhân viên 1"))
        .body("block.expiresAt", nullValue());
    get(shop.agent(0), "/conversations/" + conversation).body("blocked", equalTo(true));
    get(shop.owner(), "/visitor-blocks")
        .statusCode(200)
        .body("items.visitorId", contains(visitorId));

    delete(shop.agent(0), path).statusCode(204);
    delete(shop.agent(0), path).statusCode(204);
    visitor.await(
        frame ->
            frame.path("type").asText().equals("blocked") && !frame.path("active").asBoolean());
    assertThat(visitor.say(conversation, "Xin lỗi").path("type").asText()).isEqualTo("ack");
    get(shop.owner(), "/visitor-blocks").body("items", hasSize(0));
    get(shop.agent(0), "/conversations/" + conversation + "/notes")
        .body("items.activity.kind", contains("blocked", "unblocked"));
    assertThat(shop.visitor(token).ready().has("blocked")).isFalse();
  }

  @Test
  @Rows(part = "TALK-8")
  void endsByItself() {
    Instant end = Instant.now().plusSeconds(3600);
    put(shop.agent(0), path, Map.of("reason", "", "expiresAt", end.toString())).statusCode(204);
    assertThat(visitor.say(conversation, "Nữa").path("code").asText()).isEqualTo("visitor-blocked");
    database.update("update visitor_block set expires_at = now() where tenant_id = ?", shop.id());
    database.update("update conversation set blocked_until = now() where tenant_id = ?", shop.id());
    assertThat(visitor.say(conversation, "Nữa").path("type").asText()).isEqualTo("ack");
    assertThat(shop.visitor(token).ready().has("blocked")).isFalse();
    get(shop.owner(), "/visitor-blocks").body("items", hasSize(0));
  }

  @Test
  void pagesWhoIsBlocked() {
    block("một");
    SocketClient other = shop.visitor();
    other.open("hai");
    String otherId = other.ready().path("me").path("id").asText();
    put(shop.agent(0), "/visitors/" + otherId + "/block", Map.of("reason", "hai")).statusCode(204);
    String cursor =
        get(shop.owner(), "/visitor-blocks?limit=1")
            .body("items.visitorId", contains(otherId))
            .extract()
            .path("nextCursor");
    get(shop.owner(), "/visitor-blocks?limit=1&cursor=" + cursor)
        .body("items.visitorId", contains(visitorId))
        .body("nextCursor", nullValue());
    get(shop.owner(), "/visitor-blocks?cursor=x").statusCode(400);
  }

  @Test
  void refusesWhoMayNotAndWhatCannotBe() {
    put(shop.agent(0), path, Map.of()).statusCode(400);
    put(shop.agent(0), path, Map.of("reason", "x".repeat(301))).statusCode(400);
    put(shop.agent(0), path, Map.of("reason", "x", "expiresAt", "2020-01-01T00:00:00Z"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/expiresAt"));
    put(shop.stranger(), path, Map.of("reason", "x")).statusCode(404);
    get(shop.agent(0), "/visitor-blocks").statusCode(403).body("code", equalTo("role-required"));
    try (Business other = Business.withAgents(1)) {
      put(other.owner(), path, Map.of("reason", "x")).statusCode(404);
      delete(other.owner(), path).statusCode(404);
      get(other.owner(), "/visitor-blocks").body("items", hasSize(0));
    }
    refusesStrangers(shop, "PUT", path);
    refusesStrangers(shop, "DELETE", path);
    refusesStrangers(shop, "GET", "/visitor-blocks");
  }

  private void block(String reason) {
    put(shop.agent(0), path, Map.of("reason", reason)).statusCode(204);
  }
}
