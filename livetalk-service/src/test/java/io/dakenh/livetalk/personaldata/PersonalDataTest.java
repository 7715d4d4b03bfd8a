package io.dakenh.livetalk.personaldata;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.dakenh.livetalk.support.SocketClient.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.livetalk.support.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the law gives people. */
@QuarkusTest
class PersonalDataTest {
  private static final List<String> TABLES =
      List.of(
          "message",
          "message_reaction",
          "attachment",
          "conversation_note",
          "note_mention",
          "visitor_page",
          "conversation_rating",
          "search_entry",
          "conversation_participant",
          "conversation_label",
          "offer");

  @Inject Database database;
  @Inject RetentionSweep retention;

  private Business shop;
  private String token;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;
  private String visitorId;

  @BeforeEach
  void talk() {
    shop = Business.withAgents(1);
    token = shop.visitorToken();
    visitor = shop.visitor(token);
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
    visitorId = visitor.ready().path("me").path("id").asText();
    visitor.say(conversation, "Số thẻ của tôi là 1234");
    sendFile();
    visitor.send(page("https://shop.example/ao-dai"));
    post(
            shop.agent(0),
            "/conversations/" + conversation + "/notes",
            Map.of("clientNoteId", UUID.randomUUID(), "text", "Khách khó tính"))
        .statusCode(201);
    Visitors.put(token, "/visitor-data", Map.of("data", Map.of("Hạng", "Vàng"))).statusCode(204);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode page(String url) {
    var frame = SocketClient.frame("page");
    frame.putObject("page").put("url", url).put("title", "Áo dài").put("referrer", "");
    return frame;
  }

  private void sendFile() {
    String file =
        given()
            .auth()
            .oauth2(token)
            .contentType("application/octet-stream")
            .body("hoá đơn".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/public/attachments?conversationId=" + conversation + "&name=hoa-don.txt")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var send = SocketClient.message(conversation, UUID.randomUUID(), "Hoá đơn đây");
    send.putArray("attachmentIds").add(file);
    assertThat(visitor.ask(send).path("type").asText()).isEqualTo("ack");
  }

  private String ask(String what) {
    return post(shop.owner(), "/visitors/" + visitorId + "/" + what)
        .statusCode(202)
        .extract()
        .path("id");
  }

  private void awaitDone(String job) {
    Awaitility.await()
        .untilAsserted(
            () -> get(shop.owner(), "/personal-data-jobs/" + job).body("state", equalTo("done")));
  }

  private long rows(String table) {
    return database
        .first(
            "select count(*) from " + table + " where tenant_id = ? and conversation_id = ?",
            row -> row.getLong(1),
            shop.id(),
            conversation)
        .orElseThrow();
  }

  @Test
  @Rows(part = "TALK-10")
  void everythingKnownIsHandedOverInOneFile() throws IOException {
    String job = ask("export");
    awaitDone(job);

    byte[] zip =
        get(shop.owner(), "/personal-data-jobs/" + job + "/file")
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();

    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        entries.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String folder = "conversations/" + conversation + "/";
    assertThat(entries.get("person.json")).contains(visitorId, "Vàng");
    assertThat(entries.get(folder + "messages.jsonl")).contains("Số thẻ của tôi là 1234");
    assertThat(entries.get(folder + "facts.json"))
        .contains("https://shop.example/ao-dai", "Khách khó tính");
    assertThat(entries)
        .anySatisfy(
            (name, content) -> {
              assertThat(name).startsWith(folder + "files/").endsWith("hoa-don.txt");
              assertThat(content).isEqualTo("hoá đơn");
            });
  }

  @Test
  @Rows(part = "TALK-10")
  void everythingKnownIsForgottenWithAReceipt() {
    Awaitility.await().until(() -> rows("search_entry") > 0 && rows("visitor_page") > 0);
    String job = ask("erase");
    awaitDone(job);

    get(shop.owner(), "/personal-data-jobs/" + job)
        .body("receipt.conversations", equalTo(1))
        .body("receipt.messages", equalTo(3))
        .body("receipt.files", equalTo(1));
    for (String table : TABLES) {
      assertThat(rows(table)).as(table).isZero();
    }
    assertThat(
            database.first(
                "select bytes from attachment_usage where tenant_id = ?",
                row -> row.getLong(1),
                shop.id()))
        .contains(0L);
    get(shop.owner(), "/conversations/" + conversation).statusCode(404);
    get(shop.owner(), "/visitors/" + visitorId).statusCode(404);
    get(shop.owner(), "/search?q=the").body("items.size()", equalTo(0));
    // The desk that has it open sees it go, and others are told to forget what they keep.
    desk.await(
        frame ->
            frame.path("type").asText().equals("conversation-gone")
                && frame.path("conversationId").asText().equals(conversation.toString()));
    shop.events()
        .await(
            EventCatalog.VISITOR_ERASED,
            shop.id(),
            event -> event.conversationIds().contains(conversation));
    shop.events()
        .await(
            EventCatalog.AUDIT_RECORDED,
            shop.id(),
            event -> event.action().equals("visitor.erased"));
    // What is left of it in reports names nobody.
    get(shop.owner(), "/reports").body("totals.opened", equalTo(1));
  }

  @Test
  void askingTwiceIsAskingOnce() {
    String first = ask("export");
    String second = ask("export");
    awaitDone(first);

    assertThat(List.of(first, second))
        .allSatisfy(
            job -> get(shop.owner(), "/personal-data-jobs/" + job).body("state", equalTo("done")));
    get(shop.owner(), "/personal-data-jobs").body("items[0].kind", equalTo("export"));
  }

  @Test
  @Rows(part = "TALK-10")
  void thePolicyLetsOldConversationsGo() {
    desk.ask(request("close").put("conversationId", conversation.toString()));
    database.update(
        "update conversation set closed_at = now() - interval '40 days' where tenant_id = ? and id = ?",
        shop.id(),
        conversation);
    UUID open = shop.visitor().open("Còn mở");

    retention.apply();
    assertThat(rows("message")).isPositive();
    shop.publishSection("retention", 1, "{\"limited\": true, \"days\": 30}");
    Awaitility.await()
        .until(
            () -> {
              retention.apply();
              return rows("message") == 0;
            });

    get(shop.owner(), "/conversations/" + conversation).statusCode(404);
    get(shop.owner(), "/visitors/" + visitorId).statusCode(404);
    get(shop.owner(), "/conversations/" + open).statusCode(200);
    shop.events()
        .await(
            EventCatalog.AUDIT_RECORDED,
            shop.id(),
            event -> event.action().equals("retention.applied"));
  }

  @Test
  void isForOwnersOfTheBusiness() {
    String job = ask("export");
    awaitDone(job);
    refusesStrangers(shop, "POST", "/visitors/" + visitorId + "/export");
    refusesStrangers(shop, "POST", "/visitors/" + visitorId + "/erase");
    refusesStrangers(shop, "GET", "/personal-data-jobs");
    refusesStrangers(shop, "GET", "/personal-data-jobs/" + job);
    refusesStrangers(shop, "GET", "/personal-data-jobs/" + job + "/file");
    post(shop.agent(0), "/visitors/" + visitorId + "/erase").statusCode(403);
    get(shop.agent(0), "/personal-data-jobs/" + job + "/file").statusCode(403);
    post(shop.owner(), "/visitors/" + UUID.randomUUID() + "/erase").statusCode(404);
    try (Business other = Business.withAgents(0)) {
      post(other.owner(), "/visitors/" + visitorId + "/export").statusCode(404);
      post(other.owner(), "/visitors/" + visitorId + "/erase").statusCode(404);
      get(other.owner(), "/personal-data-jobs/" + job).statusCode(404);
      get(other.owner(), "/personal-data-jobs/" + job + "/file").statusCode(404);
      get(other.owner(), "/personal-data-jobs").body("items.size()", equalTo(0));
    }
    assertThat(rows("message")).isPositive();
  }
}
