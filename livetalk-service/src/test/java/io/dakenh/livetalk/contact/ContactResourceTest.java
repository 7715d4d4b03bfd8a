package io.dakenh.livetalk.contact;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.ids;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.dakenh.livetalk.support.SocketClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents know of a visitor. */
@QuarkusTest
class ContactResourceTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;
  private String path;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = visitor.open("Chào shop");
    path = "/visitors/" + visitor.ready().path("me").path("id").asText();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-3")
  void isCorrectedByAgents() {
    get(shop.agent(0), path).statusCode(200).body("phone", nullValue());
    Map<String, ?> body =
        Map.of("name", "Chị Hạnh", "phone", "0912 345 678", "email", "hanh@vidu.vn");
    String tag =
        put(shop.agent(0), path, "\"1\"", body)
            .statusCode(200)
            .body("phone", equalTo("+84912345678"))
            .extract()
            .header("ETag");
    desk.await(
        frame ->
            frame
                .path("conversation")
                .path("visitor")
                .path("phone")
                .asText()
                .equals("+84912345678"));
    put(shop.agent(0), path, "\"1\"", body).statusCode(412).body("code", equalTo("etag-mismatch"));
    put(shop.agent(0), path, body).statusCode(428);
    put(shop.agent(0), path, tag, Map.of("name", "Chị Hạnh", "phone", ""))
        .statusCode(200)
        .body("phone", nullValue())
        .body("email", nullValue());
    get(shop.agent(0), "/conversations/" + conversation).body("visitor.name", equalTo("Chị Hạnh"));
    visitor.sync();
    assertThat(visitor.seen(frame -> frame.toString().contains("+84912345678"))).isEmpty();
  }

  @Test
  @Rows(part = "TALK-3")
  void hasEarlierConversations() {
    UUID later = visitor.open("Lần nữa");
    shop.visitor().open("Người khác");
    String visitorId = visitor.ready().path("me").path("id").asText();
    assertThat(ids(shop.agent(0), "/conversations?view=all&visitorId=" + visitorId))
        .containsExactly(later, conversation);
    assertThat(ids(shop.stranger(), "/conversations?view=all&visitorId=" + visitorId)).isEmpty();
  }

  @Test
  @Rows(part = "TALK-3")
  void leavesATrailOfPages() {
    visit("https://vidu.vn/ao", "Áo dài");
    visit("https://vidu.vn/ao", "Áo dài");
    visit("javascript:alert(1)", "Không phải trang web");
    visit("https://vidu.vn/gio-hang", "Giỏ hàng");
    JsonNode told =
        desk.await(
            frame -> frame.path("page").path("url").asText().equals("https://vidu.vn/gio-hang"));
    assertThat(told.path("conversationId").asText()).isEqualTo(conversation.toString());
    get(shop.agent(0), "/conversations/" + conversation + "/pages")
        .statusCode(200)
        .body("items.url", contains("https://vidu.vn/ao", "https://vidu.vn/gio-hang"))
        .body("items.title", contains("Áo dài", "Giỏ hàng"));
    visitor.sync();
    assertThat(visitor.seen("page")).isEmpty();
  }

  @Test
  void hearsAFloodOfPagesAFewTimesOnly() {
    for (int i = 0; i < 80; i++) {
      visit("https://vidu.vn/" + i, "Trang " + i);
    }
    visitor.sync();
    // A later frame of the same socket is answered after the pages before it.
    visitor.ask(SocketClient.resume(conversation, 1, 1));
    List<String> urls =
        get(shop.agent(0), "/conversations/" + conversation + "/pages").extract().path("items.url");
    assertThat(urls).hasSizeBetween(30, 35).startsWith("https://vidu.vn/0");
  }

  @Test
  void refusesWhoMayNotAndWhatCannotBe() {
    put(shop.agent(0), path, "\"1\"", Map.of("name", " ")).statusCode(400);
    put(shop.agent(0), path, "\"1\"", Map.of("name", "A", "phone", "12"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/phone"));
    put(shop.agent(0), path, "\"1\"", Map.of("name", "A", "email", "không"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/email"));
    get(shop.stranger(), path).statusCode(404).body("code", equalTo("visitor-not-found"));
    String pages = "/conversations/" + conversation + "/pages";
    get(shop.stranger(), pages).statusCode(404);
    try (Business other = Business.withAgents(1)) {
      get(other.owner(), path).statusCode(404);
      put(other.owner(), path, "\"1\"", Map.of("name", "A")).statusCode(404);
      get(other.owner(), pages).statusCode(404);
      get(other.owner(), "/conversations?visitorId=" + path.substring("/visitors/".length()))
          .body("items", hasSize(0));
    }
    refusesStrangers(shop, "GET", path);
    refusesStrangers(shop, "PUT", path);
    refusesStrangers(shop, "GET", pages);
  }

  private void visit(String url, String title) {
    ObjectNode page = frame("page");
    page.putObject("page").put("url", url).put("title", title);
    visitor.send(page);
  }
}
