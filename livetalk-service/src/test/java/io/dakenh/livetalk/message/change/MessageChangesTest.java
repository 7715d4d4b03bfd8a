package io.dakenh.livetalk.message.change;

import static io.dakenh.livetalk.support.SocketClient.message;
import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SampleFiles;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits, deletions, reactions and replies over real sockets, also for those who were away. */
@QuarkusTest
class MessageChangesTest {
  @Inject Database database;

  private Business shop;
  private String token;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    token = shop.visitorToken();
    visitor = shop.visitor(token);
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private ObjectNode change(String type, long sequence) {
    return request(type).put("conversationId", conversation.toString()).put("sequence", sequence);
  }

  private ObjectNode edit(long sequence, String text) {
    return change("edit", sequence).put("text", text);
  }

  private ObjectNode react(long sequence, String emoji, boolean active) {
    return change("react", sequence).put("emoji", emoji).put("active", active);
  }

  private static JsonNode changed(SocketClient client, Predicate<JsonNode> fits) {
    return client.await(
        frame ->
            frame.path("type").asText().equals("message-changed")
                && fits.test(frame.path("message")));
  }

  private static void assertAcked(JsonNode answer) {
    assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ack");
  }

  private static void assertRefused(JsonNode answer, String code) {
    assertThat(answer.path("code").asText()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.path("temporary").asBoolean()).isFalse();
  }

  @Test
  @Rows(part = "TALK-3")
  void everyoneSeesAnEdit() {
    desk.say(conversation, "Giá 100.000đ");
    assertAcked(desk.ask(edit(2, "  Giá 120.000đ ")));

    JsonNode frame = changed(visitor, one -> one.path("text").asText().equals("Giá 120.000đ"));
    assertThat(frame.get("revision").asLong()).isEqualTo(1);
    assertThat(frame.path("message").path("sequence").asLong()).isEqualTo(2);
    assertThat(frame.path("message").has("editedAt")).isTrue();
    changed(desk, one -> one.has("editedAt"));

    desk.sync();
    assertAcked(desk.ask(edit(2, "Giá 120.000đ")));
    desk.sync();
    assertThat(desk.seen("message-changed")).as("nothing changed").hasSize(1);
  }

  @Test
  @Rows(part = "TALK-3")
  void aDeletedMessageKeepsItsPlaceOnly() {
    String file =
        given()
            .auth()
            .oauth2(token)
            .contentType("application/octet-stream")
            .body(SampleFiles.picture("png", 20, 10))
            .post("/api/v1/public/attachments?name=a.png&conversationId=" + conversation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    ObjectNode send = message(conversation, UUID.randomUUID(), "số thẻ 1234");
    send.putArray("attachmentIds").add(file);
    visitor.ask(send);
    String url = desk.awaitMessage("số thẻ 1234").path("attachments").path(0).path("url").asText();
    desk.ask(react(2, "👍", true));

    assertAcked(visitor.ask(change("delete", 2)));
    JsonNode gone = changed(desk, one -> one.has("deletedAt")).get("message");
    assertThat(gone.get("text").asText()).isEmpty();
    assertThat(gone.has("attachments")).isFalse();
    assertThat(gone.has("reactions")).isFalse();
    given().get(url.replaceFirst("^/api/livetalk/", "/api/")).then().statusCode(404);
    assertThat(visitor.say(conversation, "tiếp").path("sequence").asLong()).isEqualTo(3);
    assertAcked(visitor.ask(change("delete", 2)));
    assertRefused(visitor.ask(edit(2, "lại")), "message-deleted");
    assertRefused(desk.ask(react(2, "👍", true)), "message-deleted");

    given()
        .auth()
        .oauth2(shop.agent(0).token())
        .get("/api/v1/conversations/" + conversation + "/messages")
        .then()
        .body("items.sequence", equalTo(java.util.List.of(1, 2, 3)))
        .body("items[1].text", equalTo(""));
  }

  @Test
  void onlyTheAuthorMayAndOnlyForAQuarterOfAnHour() {
    desk.say(conversation, "Dạ");
    assertRefused(visitor.ask(edit(2, "x")), "not-the-author");
    assertRefused(visitor.ask(change("delete", 2)), "not-the-author");
    assertRefused(desk.ask(edit(1, "x")), "not-the-author");
    assertRefused(desk.ask(edit(99, "x")), "message-not-found");
    assertRefused(desk.ask(edit(2, "   ")), "message-empty");
    assertRefused(desk.ask(change("edit", 2)), "validation-failed");
    SocketClient stranger = shop.desk(shop.agent(1));
    assertRefused(stranger.ask(edit(2, "x")), "not-a-participant");
    assertRefused(shop.visitor().ask(edit(1, "x")), "conversation-not-found");
    try (Business other = Business.withAgents(1)) {
      assertRefused(other.desk(other.agent(0)).ask(edit(2, "x")), "conversation-not-found");
    }

    sentEarlier("14 minutes 30 seconds");
    assertAcked(desk.ask(edit(2, "kịp")));
    sentEarlier("1 minute");
    assertRefused(desk.ask(edit(2, "muộn")), "message-too-old");
    assertRefused(desk.ask(change("delete", 2)), "message-too-old");
    assertAcked(desk.ask(react(2, "👍", true)));

    desk.ask(request("close").put("conversationId", conversation.toString()));
    assertRefused(desk.ask(edit(2, "đóng rồi")), "conversation-closed");
  }

  private void sentEarlier(String by) {
    database.update(
        "update message set sent_at = sent_at - ?::interval where conversation_id = ? and sequence = 2",
        by,
        conversation);
  }

  @Test
  @Rows(part = "TALK-3")
  void reactionsAreOnePerPersonAndEmoji() {
    desk.say(conversation, "Giao trong ngày ạ");
    assertAcked(visitor.ask(react(2, "❤️", true)));
    assertAcked(visitor.ask(react(2, "❤️", true)));
    assertAcked(desk.ask(react(2, "❤️", true)));
    assertAcked(desk.ask(react(2, "👍", true)));

    JsonNode both =
        changed(
                visitor,
                one ->
                    one.path("reactions").path(0).path("by").size() == 2
                        && one.path("reactions").size() == 2)
            .path("message")
            .path("reactions");
    assertThat(both.path(0).path("emoji").asText()).isEqualTo("❤️");
    assertThat(both.path(0).path("by").path(0).path("kind").asText()).isEqualTo("visitor");
    assertThat(both.path(0).path("by").path(1).path("name").asText()).isEqualTo("Nhân viên 1");

    assertAcked(visitor.ask(react(2, "❤️", false)));
    changed(desk, one -> one.path("reactions").path(0).path("by").size() == 1);
    assertRefused(visitor.ask(react(2, "xin chào", true)), "validation-failed");
  }

  @Test
  @Rows(part = "TALK-3")
  void aReplyNamesWhatItAnswers() {
    desk.say(conversation, "Giao trong ngày hay ngày mai ạ?");
    ObjectNode reply = message(conversation, UUID.randomUUID(), "Trong ngày").put("replyTo", 2);
    assertAcked(visitor.ask(reply));
    JsonNode answered = desk.awaitMessage("Trong ngày").get("replyTo");
    assertThat(answered.get("sequence").asLong()).isEqualTo(2);
    assertThat(answered.get("excerpt").asText()).isEqualTo("Giao trong ngày hay ngày mai ạ?");
    assertThat(answered.path("author").path("name").asText()).isEqualTo("Nhân viên 1");

    for (long absent : new long[] {9, 4}) {
      ObjectNode nowhere = message(conversation, UUID.randomUUID(), "?").put("replyTo", absent);
      assertRefused(visitor.ask(nowhere), "reply-not-found");
    }
    assertRefused(
        visitor.ask(message(conversation, UUID.randomUUID(), "?").put("replyTo", 0)),
        "validation-failed");
    ObjectNode other =
        message(conversation, UUID.fromString(reply.get("clientMessageId").asText()), "Trong ngày")
            .put("replyTo", 1);
    assertRefused(visitor.ask(other), "client-message-id-reused");
  }

  @Test
  @Rows(part = {"TALK-3", "TALK-11"})
  void whoeverWasAwayLearnsWhatChanged() {
    desk.say(conversation, "hai");
    desk.say(conversation, "ba");
    desk.say(conversation, "bốn");
    JsonNode before = resumed(visitor, 4, 0);
    assertThat(before.get("revision").asLong()).isZero();
    assertThat(before.has("changes")).isFalse();
    visitor.close();

    desk.ask(edit(2, "hai sửa"));
    desk.ask(change("delete", 3));
    desk.ask(react(2, "👍", true));
    desk.say(conversation, "năm");
    desk.ask(edit(5, "năm sửa"));

    SocketClient back = shop.visitor(token);
    JsonNode filled = resumed(back, 4, 0);
    assertThat(filled.get("revision").asLong()).isEqualTo(4);
    assertThat(filled.path("messages").size()).isEqualTo(1);
    assertThat(filled.path("messages").path(0).path("text").asText()).isEqualTo("năm sửa");
    JsonNode changes = filled.get("changes");
    assertThat(changes.size()).isEqualTo(2);
    assertThat(changes.path(0).path("sequence").asLong()).isEqualTo(3);
    assertThat(changes.path(0).has("deletedAt")).isTrue();
    assertThat(changes.path(1).path("text").asText()).isEqualTo("hai sửa");
    assertThat(changes.path(1).path("reactions").size()).isEqualTo(1);

    JsonNode nothing = resumed(back, 5, 4);
    assertThat(nothing.path("messages").size()).isZero();
    assertThat(nothing.path("changes").size()).isZero();
  }

  private JsonNode resumed(SocketClient client, long lastSequence, long revision) {
    ObjectNode resume = resume(conversation, 1, lastSequence);
    ((ObjectNode) resume.get("conversations").get(0)).put("revision", revision);
    int before = client.seen("messages").size();
    client.ask(resume);
    client.await(frame -> client.seen("messages").size() > before);
    return client.seen("messages").getLast();
  }

  @Test
  void moreChangesThanThereAreIsNothingToGoOnFrom() {
    ObjectNode resume = resume(conversation, 1, 1);
    ((ObjectNode) resume.get("conversations").get(0)).put("revision", 7);
    visitor.ask(resume);
    assertThat(visitor.awaitType("reload").path("conversationId").asText())
        .isEqualTo(conversation.toString());
  }

  @Test
  @Rows(part = "TALK-11")
  void aRetryOfAnEditedMessageIsAnsweredAndShowsNothingOld() {
    UUID clientId = UUID.randomUUID();
    JsonNode first = visitor.ask(message(conversation, clientId, "sai chính tả"));
    visitor.ask(edit(2, "đúng chính tả"));
    changed(desk, one -> one.has("editedAt"));
    JsonNode retry = visitor.ask(message(conversation, clientId, "sai chính tả"));
    assertThat(retry.path("sequence")).isEqualTo(first.path("sequence"));
    desk.sync();
    assertThat(desk.seen(frame -> frame.path("message").path("text").asText().contains("sai")))
        .hasSize(1);
  }
}
