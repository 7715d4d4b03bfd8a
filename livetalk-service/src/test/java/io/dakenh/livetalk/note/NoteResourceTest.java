package io.dakenh.livetalk.note;

import static io.dakenh.livetalk.support.Api.delete;
import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Private notes: for colleagues, never for the visitor. */
@QuarkusTest
class NoteResourceTest {
  private static final String SECRET = "Khách này hay đổi trả, xem kỹ hoá đơn";

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private SocketClient colleague;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    colleague = shop.desk(shop.agent(1));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-3")
  void standsBehindAMessageWithoutTakingItsPlace() {
    visitor.say(conversation, "Cho em hỏi");
    write(shop.agent(0), SECRET).statusCode(201).body("afterSequence", equalTo(2));
    visitor.say(conversation, "Còn hàng không");
    write(shop.agent(1), "Để mình xem kho").statusCode(201).body("afterSequence", equalTo(3));

    get(shop.owner(), notes())
        .statusCode(200)
        .body("items.text", contains(SECRET, "Để mình xem kho"))
        .body("items.sequence", contains(1, 2))
        .body("items.revision", contains(1, 2))
        .body("items.author.name", contains("Nhân viên 1", "Nhân viên 2"));
    for (SocketClient each : List.of(desk, colleague)) {
      assertThat(awaitNote(each, SECRET).path("kind").asText()).isEqualTo("note");
    }
    JsonNode ack = desk.say(conversation, "Dạ còn ạ");
    assertThat(ack.path("sequence").asLong()).as("the visitor's sequence has no gap").isEqualTo(4);
  }

  @Test
  @Rows(part = {"TALK-3", "TEN-3"})
  void reachesTheVisitorOnNoPath() {
    write(shop.agent(0), SECRET, shop.agent(1).id()).statusCode(201);
    awaitNote(colleague, SECRET);
    post(shop.agent(0), "/conversations/" + conversation + "/leave").statusCode(204);
    colleague.await(frame -> frame.path("note").path("kind").asText().equals("activity"));

    // Frames pushed, a resume from the beginning, and a new socket.
    visitor.ask(SocketClient.resume(conversation, 1, 0));
    visitor.sync();
    try (SocketClient again = shop.visitor(shop.visitorToken())) {
      again.ask(SocketClient.resume(conversation, 1, 0));
      again.sync();
      assertThat(again.seen(frame -> true)).noneMatch(NoteResourceTest::tellsNotes);
    }
    assertThat(visitor.seen(frame -> true)).noneMatch(NoteResourceTest::tellsNotes);
    // HTTP with the visitor's token, with another business's, and with a colleague's who may not
    // see it.
    refusesStrangers(shop, "GET", notes());
    try (Business other = Business.withAgents(1)) {
      get(other.owner(), notes()).statusCode(404).body("code", equalTo("conversation-not-found"));
      SocketClient elsewhere = other.desk(other.owner());
      write(shop.agent(1), "Một ghi chú nữa").statusCode(201);
      awaitNote(colleague, "Một ghi chú nữa");
      elsewhere.sync();
      assertThat(elsewhere.seen("note")).isEmpty();
    }
    Person stranger = shop.stranger();
    get(stranger, notes()).statusCode(404).body("code", equalTo("conversation-not-found"));
  }

  private static boolean tellsNotes(JsonNode frame) {
    String text = frame.toString();
    return frame.path("type").asText().equals("note")
        || frame.path("type").asText().equals("mention")
        || text.contains(SECRET)
        || text.contains("noteRevision")
        || text.contains("\"activity\"")
        || text.contains("labels");
  }

  @Test
  @Rows(part = "TALK-3")
  void tellsWhoIsMentionedUntilTheyLook() {
    write(shop.agent(0), "@Nhân viên 2 xem giúp", shop.agent(1).id(), shop.agent(0).id())
        .statusCode(201)
        .body("mentions.name", contains("Nhân viên 1", "Nhân viên 2"));
    JsonNode notice = colleague.awaitType("mention");
    assertThat(notice.path("by").path("name").asText()).isEqualTo("Nhân viên 1");
    assertThat(notice.path("conversationId").asText()).isEqualTo(conversation.toString());
    desk.sync();
    assertThat(desk.seen("mention")).as("nobody is told of themselves").isEmpty();

    mentionedIn(shop.agent(1)).body("counts.mentions", equalTo(1));
    get(shop.agent(1), "/conversations?view=mentions")
        .body("items.id", contains(conversation.toString()));
    get(shop.agent(0), "/conversations?view=mentions").body("items", hasSize(0));
    post(shop.agent(1), "/conversations/" + conversation + "/mentions/seen").statusCode(204);
    mentionedIn(shop.agent(1)).body("counts.mentions", equalTo(0));
    get(shop.agent(1), "/conversations?view=mentions").body("items", hasSize(1));
  }

  @Test
  void isWrittenOnceHoweverOftenItIsSent() {
    UUID clientNoteId = UUID.randomUUID();
    Map<String, ?> body = Map.of("clientNoteId", clientNoteId, "text", "Một lần");
    String first = post(shop.agent(0), notes(), body).statusCode(201).extract().path("id");
    post(shop.agent(0), notes(), body).statusCode(200).body("id", equalTo(first));
    post(shop.agent(0), notes(), Map.of("clientNoteId", clientNoteId, "text", "Khác"))
        .statusCode(409)
        .body("code", equalTo("client-note-id-reused"));
    get(shop.agent(0), notes()).body("items", hasSize(1));
  }

  @Test
  @Rows(part = "TALK-3")
  void isChangedAndDeletedByItsAuthorOnly() {
    String id = write(shop.agent(0), "Nháp").statusCode(201).extract().path("id");
    String note = notes() + "/" + id;
    Map<String, ?> other = Map.of("text", "Khác");
    put(shop.agent(1), note, other).statusCode(403).body("code", equalTo("not-the-author"));
    delete(shop.owner(), note).statusCode(403);
    put(shop.agent(0), note, Map.of("text", "Bản cuối"))
        .statusCode(200)
        .body("text", equalTo("Bản cuối"))
        .body("revision", equalTo(2))
        .body("sequence", equalTo(1));
    awaitNote(colleague, "Bản cuối");

    delete(shop.agent(0), note).statusCode(204);
    delete(shop.agent(0), note).statusCode(204);
    put(shop.agent(0), note, other).statusCode(404).body("code", equalTo("note-not-found"));
    get(shop.agent(1), notes() + "?afterRevision=2")
        .body("items", hasSize(1))
        .body("items[0].text", nullValue())
        .body("items[0].revision", equalTo(3));
    JsonNode gone = colleague.await(frame -> frame.path("note").path("deletedAt").isTextual());
    assertThat(gone.path("note").has("text")).isFalse();
  }

  @Test
  void givesWhatChangedBehindARevisionPageByPage() {
    for (int i = 1; i <= 5; i++) {
      write(shop.agent(0), "số " + i).statusCode(201);
    }
    get(shop.agent(0), notes() + "?afterRevision=1&limit=2")
        .body("items.text", contains("số 2", "số 3"))
        .body("nextCursor", equalTo("3"));
    get(shop.agent(0), notes() + "?afterRevision=3&limit=2")
        .body("items.text", contains("số 4", "số 5"))
        .body("nextCursor", nullValue());
  }

  @Test
  void namesWhoMayBeMentioned() {
    String path = "/conversations/" + conversation + "/colleagues";
    get(shop.agent(0), path)
        .statusCode(200)
        .body("items.name", org.hamcrest.Matchers.hasItems("Nhân viên 1", "Nhân viên 2"))
        .body("items", hasSize(3));
    get(shop.stranger(), path).statusCode(404);
    refusesStrangers(shop, "GET", path);
  }

  @Test
  void refusesWhatIsNoNote() {
    post(shop.agent(0), notes(), Map.of("clientNoteId", UUID.randomUUID(), "text", "  "))
        .statusCode(400)
        .body("code", equalTo("message-empty"));
    post(shop.agent(0), notes(), Map.of("text", "Thiếu số"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/clientNoteId"));
    write(shop.agent(0), "Ai đây", UUID.randomUUID())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/mentions/0"));
    try (Business other = Business.withAgents(1)) {
      write(shop.agent(0), "Người ngoài", other.agent(0).id()).statusCode(400);
      post(other.agent(0), notes(), Map.of("clientNoteId", UUID.randomUUID(), "text", "x"))
          .statusCode(404);
    }
    for (String method : List.of("GET", "POST")) {
      refusesStrangers(shop, method, notes());
    }
    refusesStrangers(shop, "PUT", notes() + "/" + UUID.randomUUID());
    refusesStrangers(shop, "DELETE", notes() + "/" + UUID.randomUUID());
    refusesStrangers(shop, "POST", "/conversations/" + conversation + "/mentions/seen");
  }

  private String notes() {
    return "/conversations/" + conversation + "/notes";
  }

  private ValidatableResponse write(Person agent, String text, UUID... mentions) {
    return post(
        agent,
        notes(),
        Map.of("clientNoteId", UUID.randomUUID(), "text", text, "mentions", List.of(mentions)));
  }

  private static ValidatableResponse mentionedIn(Person agent) {
    return get(agent, "/conversations/counts").statusCode(200);
  }

  private static JsonNode awaitNote(SocketClient client, String text) {
    return client
        .await(
            frame ->
                frame.path("type").asText().equals("note")
                    && frame.path("note").path("text").asText().equals(text))
        .get("note");
  }
}
