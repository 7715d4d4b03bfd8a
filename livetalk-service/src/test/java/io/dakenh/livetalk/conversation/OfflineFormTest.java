package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors leave while nobody is there. */
@QuarkusTest
class OfflineFormTest {
  @Inject OfflineForms forms;

  private Business shop;
  private SocketClient visitor;
  private String owner;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    owner = Business.address();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void publish(boolean enabled) {
    shop.publishSection(
        "offline",
        1,
        """
        {"enabled": %s, "text": "Hãy để lại lời nhắn", "confirmation": "Cảm ơn bạn, mai chúng tôi gọi lại.", "recipients": ["%s"]}"""
            .formatted(enabled, owner));
    Awaitility.await().until(() -> forms.form(shop.id()).isPresent() == enabled);
  }

  private ObjectNode leaving(String email) {
    ObjectNode open =
        request("open")
            .put("clientConversationId", UUID.randomUUID().toString())
            .put("offline", true);
    ObjectNode who = open.putObject("visitor").put("name", "Chị Hạnh <b>");
    if (!email.isEmpty()) {
      who.put("email", email);
    }
    open.putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", "Áo dài đỏ còn không?");
    return open;
  }

  @Test
  @Rows(part = "TALK-7")
  void waitsInTheQueueTellsTheOwnerAndThanksTheVisitor() {
    publish(true);
    String mine = Business.address();
    ObjectNode open = leaving(mine);

    JsonNode ack = visitor.ask(open);

    assertThat(ack.path("lastSequence").asLong()).isEqualTo(2);
    UUID conversation = UUID.fromString(ack.path("conversationId").asText());
    visitor.ask(resume(conversation, 1, 0));
    JsonNode said = visitor.awaitType("messages").path("messages");
    assertThat(said.get(1).path("author").path("kind").asText()).isEqualTo("system");
    assertThat(said.get(1).path("text").asText()).isEqualTo("Cảm ơn bạn, mai chúng tôi gọi lại.");
    CaughtMail toOwner = Business.mailbox(owner).await(1);
    assertThat(toOwner.subject()).contains("Chị Hạnh <b>");
    assertThat(toOwner.text()).contains("Áo dài đỏ còn không?", mine, "Bán hàng");
    assertThat(toOwner.html()).doesNotContain("<b>Chị", "Hạnh <b>");
    CaughtMail toVisitor = Business.mailbox(mine).await(1);
    assertThat(toVisitor.text()).contains("mai chúng tôi gọi lại").doesNotContain("Áo dài");
    io.dakenh.livetalk.support.Api.get(shop.owner(), "/conversations?view=waiting")
        .body("items.id", contains(conversation.toString()));

    // Sent twice by a bad network it is left once.
    visitor.ask(open.put("id", "lần hai"));
    assertThat(Business.mailbox(owner).all()).hasSize(1);
  }

  @Test
  void needsAMessageAndAWayBack() {
    publish(true);
    JsonNode refused = visitor.ask(leaving(""));
    assertThat(refused.path("code").asText()).isEqualTo("validation-failed");
    ObjectNode silent = leaving(Business.address());
    silent.remove("message");
    assertThat(visitor.ask(silent).path("code").asText()).isEqualTo("validation-failed");
    assertThat(Business.mailbox(owner).all()).isEmpty();
  }

  @Test
  void isAnOrdinaryConversationWhereTheOwnerWantsNoForm() {
    publish(false);

    assertThat(visitor.ask(leaving("")).path("lastSequence").asLong()).isEqualTo(1);
    given()
        .get("/api/v1/public/widgets/" + shop.widgetKey() + "/availability")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  @Rows(part = "TALK-7")
  void tellsWhereSomebodyIs() {
    publish(true);
    String path = "/api/v1/public/widgets/" + shop.widgetKey() + "/availability";
    given().get(path).then().body("items.staffed", contains(false));
    given().get(path).then().body("items.defaultDepartment", contains(true));

    SocketClient desk = shop.desk(shop.agent(0));
    desk.ready();
    Awaitility.await()
        .untilAsserted(() -> given().get(path).then().body("items.staffed", contains(true)));

    given().get("/api/v1/public/widgets/khong-co/availability").then().statusCode(404);
  }
}
