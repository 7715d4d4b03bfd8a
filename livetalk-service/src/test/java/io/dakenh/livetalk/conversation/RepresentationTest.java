package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.SocketClient.frame;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under which face visitors see agents, and what they are told of those who join. */
@QuarkusTest
class RepresentationTest {
  private static final String REPRESENTED =
      "{\"representative\": true, \"startMode\": \"none\", \"fields\": []}";
  private static final String OWN =
      "{\"representative\": false, \"startMode\": \"none\", \"fields\": []}";
  private static final String CHOSEN =
      "{\"representative\": true, \"startMode\": \"agent\", \"fields\": []}";
  private static final String PICTURE = "/api/config/v1/public/media/hoa/mai";

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void publish(long version, String window) {
    shop.publishSection("window", version, window);
    awaitChange(version);
  }

  private void awaitChange(long version) {
    visitor.await(
        frame ->
            frame.path("type").asText().equals("settings-changed")
                && frame.path("section").asText().equals("window")
                && frame.path("version").asLong() == version);
  }

  private void chatter(UUID conversation, String text) {
    desk.send(frame("read").put("conversationId", conversation.toString()).put("sequence", 1));
    // Writing moves the mark too, and a mark never moves back.
    visitor.awaitType("read");
    desk.say(conversation, text);
    desk.send(frame("typing").put("conversationId", conversation.toString()).put("active", true));
    visitor.awaitMessage(text);
    visitor.awaitType("typing");
  }

  @Test
  @Rows(part = "WIN-11")
  void visitorsGetNothingOfTheAgentsBehindTheFace() {
    publish(1, REPRESENTED);
    shop.publishFace(9, "Chăm sóc khách hàng", PICTURE);
    awaitChange(9);
    String token = shop.visitorToken();
    visitor = shop.visitor(token);
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));

    chatter(conversation, "Dạ em nghe");
    join(shop.agent(1), conversation).statusCode(200);
    visitor.ask(resume(conversation, 1, 0));
    JsonNode later = shop.visitor(token).ready();

    JsonNode said = visitor.awaitMessage("Dạ em nghe").path("author");
    assertThat(said.path("name").asText()).isEqualTo("Chăm sóc khách hàng");
    assertThat(said.path("avatarUrl").asText()).isEqualTo(PICTURE);
    assertThat(visitor.awaitType("typing").path("participant").path("name").asText())
        .isEqualTo("Chăm sóc khách hàng");
    assertThat(later.path("conversations").path(0).path("agents")).hasSize(1);
    String all = visitor.seen(frame -> true).toString() + later;
    for (Person agent : new Person[] {shop.agent(0), shop.agent(1)}) {
      assertThat(all).doesNotContain(agent.name()).doesNotContain(agent.id().toString());
    }
    assertThat(all).doesNotContain("joinedAfter");
    // Colleagues see each other as ever.
    assertThat(
            given()
                .auth()
                .oauth2(shop.agent(1).token())
                .get("/api/v1/conversations/" + conversation + "/messages")
                .jsonPath()
                .getList("items.author.name"))
        .contains("Nhân viên 1");
  }

  @Test
  @Rows(part = {"WIN-12", "WIN-13"})
  void whereAgentsStandForThemselvesEveryFurtherOneIsTold() {
    String token = shop.visitorToken();
    visitor = shop.visitor(token);
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    chatter(conversation, "Dạ em nghe");

    join(shop.agent(1), conversation)
        .statusCode(200)
        .body("agents[1].id", equalTo(shop.agent(1).id().toString()))
        .body("agents[1].joinedAfter", equalTo(2));
    join(shop.agent(1), conversation).statusCode(200).body("agents.size()", equalTo(2));

    JsonNode told = visitor.await(frame -> frame.path("conversation").path("agents").size() == 2);
    assertThat(told.path("conversation").path("agents").path(1).path("name").asText())
        .isEqualTo("Nhân viên 2");
    JsonNode later = shop.visitor(token).ready().path("conversations").path(0).path("agents");
    assertThat(later).isEqualTo(told.path("conversation").path("agents"));
    assertThat(shop.desk(shop.agent(1)).say(conversation, "Em hỗ trợ thêm").path("type").asText())
        .isEqualTo("ack");
    assertThat(visitor.awaitMessage("Em hỗ trợ thêm").path("author").path("name").asText())
        .isEqualTo("Nhân viên 2");
  }

  @Test
  @Rows(part = {"WIN-10", "WIN-11", "WIN-12", "WIN-13"})
  void theFaceChangesWithTheSettings() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    desk.say(conversation, "một");
    publish(1, REPRESENTED);
    assertThat(author(conversation, 1)).isEqualTo("Bán hàng");
    publish(2, CHOSEN);
    assertThat(author(conversation, 1)).as("chosen by name").isEqualTo("Nhân viên 1");
    publish(3, REPRESENTED);
    shop.publishFace(9, "Tư vấn", PICTURE);
    awaitChange(9);
    assertThat(author(conversation, 1)).isEqualTo("Tư vấn");
    publish(4, OWN);
    assertThat(author(conversation, 1)).isEqualTo("Nhân viên 1");
  }

  private String author(UUID conversation, long after) {
    int before = visitor.seen("messages").size();
    visitor.ask(resume(conversation, 1, after));
    return visitor
        .seen("messages")
        .get(before)
        .path("messages")
        .path(0)
        .path("author")
        .path("name")
        .asText();
  }

  @Test
  void onlyWhoMaySeeItJoinsAndOnlyWhileSomeoneIsThere() {
    UUID conversation = visitor.open("Chào shop");
    join(shop.agent(1), conversation).statusCode(409).body("code", equalTo("conversation-waiting"));
    shop.allocate(conversation, shop.agent(0));
    visitor.await(frame -> frame.path("conversation").path("agents").size() == 1);

    join(shop.stranger(), conversation)
        .statusCode(404)
        .body("code", equalTo("conversation-not-found"));
    try (Business other = Business.withAgents(1)) {
      join(other.agent(0), conversation).statusCode(404);
      join(other.owner(), conversation).statusCode(404);
    }
    String path = "/api/v1/conversations/" + conversation + "/join";
    given().post(path).then().statusCode(401).body("code", equalTo("token-missing"));
    given().auth().oauth2(Tokens.noRole(shop.id())).post(path).then().statusCode(403);
    given().auth().oauth2(shop.visitorToken()).post(path).then().statusCode(401);
    given()
        .auth()
        .oauth2(shop.agent(1).token())
        .post("/api/v1/conversations/khong-phai/join")
        .then()
        .statusCode(404);

    join(shop.owner(), conversation).statusCode(200);
    desk.ask(SocketClient.request("close").put("conversationId", conversation.toString()));
    join(shop.agent(1), conversation).statusCode(409).body("code", equalTo("conversation-closed"));
  }

  private static ValidatableResponse join(Person person, UUID conversation) {
    return given()
        .auth()
        .oauth2(person.token())
        .post("/api/v1/conversations/" + conversation + "/join")
        .then();
  }
}
