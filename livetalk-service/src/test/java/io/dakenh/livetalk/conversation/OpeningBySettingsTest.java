package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.settings.Popups;
import io.dakenh.livetalk.settings.PreChat;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How conversations begin where the owner asks visitors something or shows them a message. */
@QuarkusTest
class OpeningBySettingsTest {
  private static final String WINDOW =
      """
      {"startMode": "agent", "fields": [
        {"key": "name", "shown": true, "required": true},
        {"key": "phone", "shown": true, "required": true},
        {"key": "email", "shown": false, "required": true},
        {"key": "custom-dip", "label": "Dịp tặng", "kind": "choice", "choices": ["Cưới", "Sinh nhật"], "shown": true, "required": true},
        {"key": "custom-so", "label": "Số bó", "kind": "number", "shown": true, "required": false},
        {"key": "content", "shown": true, "required": false}]}""";

  @Inject Popups popups;
  @Inject PreChat preChat;

  private Business shop;
  private SocketClient visitor;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static ObjectNode opening() {
    return request("open").put("clientConversationId", UUID.randomUUID().toString());
  }

  private static ObjectNode withMessage(ObjectNode opening, String text) {
    opening
        .putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", text);
    return opening;
  }

  private void publishPopups(Business business, UUID repeated, UUID silent) {
    business.publishSection(
        "popups",
        1,
        """
        {"items": [
          {"id": "%s", "title": "Ưu đãi", "path": "/", "content": " Giảm 10%% hôm nay! ", "delaySeconds": 3, "resend": true},
          {"id": "%s", "title": "Khác", "path": "/khac", "content": "Không gửi lại", "delaySeconds": 3, "resend": false}]}"""
            .formatted(repeated, silent));
    Awaitility.await().until(() -> popups.repeated(business.id(), repeated).isPresent());
  }

  private void publishButton() {
    shop.publishSection(
        "button",
        1,
        "{\"name\": \"Mai của Hoa Mai\", \"avatarUrl\": \"/api/config/v1/public/media/a\"}");
  }

  private List<JsonNode> messages(SocketClient client, JsonNode opened) {
    UUID conversation = UUID.fromString(opened.get("conversationId").asText());
    client.ask(resume(conversation, 1, 0));
    JsonNode filled =
        client.await(
            frame ->
                frame.path("type").asText().equals("messages")
                    && frame.path("conversationId").asText().equals(conversation.toString()));
    return filled.get("messages").valueStream().toList();
  }

  @Test
  @Rows(part = "POP-4")
  void repeatsTheMessageTheVisitorCameBy() {
    UUID popup = UUID.randomUUID();
    publishButton();
    publishPopups(shop, popup, UUID.randomUUID());
    ObjectNode opening = withMessage(opening(), "Còn hàng không?").put("popupId", popup.toString());

    JsonNode opened = visitor.ask(opening);
    JsonNode again = visitor.ask(opening.deepCopy().put("id", "again"));

    assertThat(opened.get("lastSequence").asLong()).isEqualTo(2);
    assertThat(again.get("lastSequence").asLong()).isEqualTo(2);
    List<JsonNode> messages = messages(visitor, opened);
    assertThat(messages).hasSize(2);
    JsonNode first = messages.getFirst();
    assertThat(first.get("text").asText()).isEqualTo("Giảm 10% hôm nay!");
    assertThat(first.path("author").path("kind").asText()).isEqualTo("system");
    assertThat(messages.getLast().get("text").asText()).isEqualTo("Còn hàng không?");
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode author = messages(shop.visitor(shop.visitorToken()), visitor, opened);
              assertThat(author.path("name").asText()).isEqualTo("Mai của Hoa Mai");
              assertThat(author.path("avatarUrl").asText())
                  .isEqualTo("/api/config/v1/public/media/a");
            });
  }

  /** The author of the first message, asked anew. */
  private static JsonNode messages(SocketClient unused, SocketClient visitor, JsonNode opened) {
    unused.close();
    UUID conversation = UUID.fromString(opened.get("conversationId").asText());
    int before = visitor.seen("messages").size();
    visitor.ask(resume(conversation, 1, 0));
    visitor.await(frame -> visitor.seen("messages").size() > before);
    return visitor.seen("messages").getLast().get("messages").get(0).path("author");
  }

  @Test
  void repeatsNothingThatWasNotPublishedForThisBusiness() {
    UUID silent = UUID.randomUUID();
    UUID theirs = UUID.randomUUID();
    publishPopups(shop, UUID.randomUUID(), silent);
    try (Business other = Business.withAgents(0)) {
      publishPopups(other, theirs, UUID.randomUUID());
      for (String popupId :
          List.of(
              silent.toString(), theirs.toString(), UUID.randomUUID().toString(), "' or 1=1", "")) {
        JsonNode opened = visitor.ask(withMessage(opening(), "Chào").put("popupId", popupId));
        assertThat(opened.path("lastSequence").asLong()).as(popupId).isEqualTo(1);
      }
    }
    // What the visitor's page claims to have shown is not looked at.
    ObjectNode forged = withMessage(opening(), "Chào").put("popupText", "Miễn phí!");
    assertThat(visitor.ask(forged).get("lastSequence").asLong()).isEqualTo(1);
  }

  @Test
  void anEarlierConversationBegunByAPopupIsShownByTheButtonsName() {
    UUID popup = UUID.randomUUID();
    publishButton();
    publishPopups(shop, popup, UUID.randomUUID());
    visitor.ask(opening().put("popupId", popup.toString()));
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonPath last = listed().setRootPath("items[0].lastMessage");
              assertThat(last.getString("text")).isEqualTo("Giảm 10% hôm nay!");
              assertThat(last.getString("author.name")).isEqualTo("Mai của Hoa Mai");
            });
  }

  @Test
  void speaksInTheBusinesssNameWhileTheButtonHasNone() {
    UUID popup = UUID.randomUUID();
    publishPopups(shop, popup, UUID.randomUUID());

    JsonNode opened = visitor.ask(opening().put("popupId", popup.toString()));

    JsonNode author = messages(visitor, opened).getFirst().path("author");
    assertThat(author.path("kind").asText()).isEqualTo("system");
    assertThat(author.path("name").asText()).isEqualTo(shop.name());
  }

  private JsonPath listed() {
    return given()
        .auth()
        .oauth2(shop.agent(0).token())
        .get("/api/v1/conversations?view=all")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void publishWindow() {
    shop.publishSection("window", 1, WINDOW);
    Awaitility.await().until(() -> !preChat.questions(shop.id()).isEmpty());
  }

  private static ObjectNode complete() {
    ObjectNode opening = opening();
    ObjectNode told = opening.putObject("visitor");
    told.put("name", "Minh Anh").put("phone", "0912 345.678");
    told.putObject("custom").put("custom-dip", "Cưới").put("custom-lạ", "bỏ qua");
    return opening;
  }

  @Test
  @Rows(part = "WIN-7")
  void refusesWhatIsRequiredAndMissing() {
    publishWindow();
    for (String missing : List.of("name", "phone", "custom")) {
      ObjectNode opening = complete();
      ((ObjectNode) opening.get("visitor")).remove(missing);
      JsonNode refused = visitor.ask(opening);
      assertThat(refused.path("code").asText()).as(missing).isEqualTo("validation-failed");
      assertThat(refused.path("temporary").asBoolean()).isFalse();
    }
    assertThat(listed().getList("items")).isEmpty();
    assertThat(visitor.ask(complete()).path("type").asText()).isEqualTo("ack");
  }

  @Test
  void refusesWhatCannotBeRight() {
    publishWindow();
    ObjectNode noChoice = complete();
    ((ObjectNode) noChoice.get("visitor").get("custom")).put("custom-dip", "Đám ma");
    ObjectNode noNumber = complete();
    ((ObjectNode) noNumber.get("visitor").get("custom")).put("custom-so", "nhiều");
    ObjectNode noPhone = complete();
    ((ObjectNode) noPhone.get("visitor")).put("phone", "0912");
    ObjectNode noEmail = complete();
    ((ObjectNode) noEmail.get("visitor")).put("email", "minhanh@");
    for (ObjectNode wrong : List.of(noChoice, noNumber, noPhone, noEmail)) {
      assertThat(visitor.ask(wrong).path("code").asText()).isEqualTo("validation-failed");
    }
  }

  @Test
  @Rows(part = {"WIN-6", "TALK-3"})
  void showsTheAnswersToTheDeskAndNotToTheWebsite() {
    publishWindow();
    JsonNode opened = visitor.ask(complete());
    JsonPath listed = listed().setRootPath("items[0].visitor");
    assertThat(listed.getString("name")).isEqualTo("Minh Anh");
    assertThat(listed.getString("phone")).isEqualTo("+84912345678");
    assertThat(listed.getList("fields.label")).containsExactly("Dịp tặng");
    assertThat(listed.getList("fields.value")).containsExactly("Cưới");
    JsonNode own =
        visitor
            .await(
                frame -> frame.path("conversation").path("id").equals(opened.get("conversationId")))
            .path("conversation")
            .path("visitor");
    assertThat(own.has("phone")).isFalse();
    assertThat(own.has("fields")).isFalse();
  }

  @Test
  void remembersThePhoneOfWhoeverWasHere() {
    publishWindow();
    visitor.ask(complete());
    ObjectNode next = complete();
    ((ObjectNode) next.get("visitor")).remove("phone");
    assertThat(visitor.ask(next).path("type").asText()).isEqualTo("ack");
  }

  @Test
  @Rows(part = "WIN-10")
  void anAgentAskedForBringsTheDepartment() {
    JsonNode opened =
        visitor.ask(
            withMessage(opening(), "Chị Lan ơi").put("agentId", shop.agent(0).id().toString()));
    ConversationOpened event =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_OPENED,
                shop.id(),
                one ->
                    one.conversationId().toString().equals(opened.get("conversationId").asText()));
    assertThat(event.departmentId()).isEqualTo(shop.departmentId());
    assertThat(event.wantedAgentId()).isEqualTo(shop.agent(0).id());
    assertThat(listed().getString("items[0].visitor.wantedAgent.name")).isEqualTo("Nhân viên 1");
    try (Business other = Business.withAgents(1)) {
      JsonNode refused = visitor.ask(opening().put("agentId", other.agent(0).id().toString()));
      assertThat(refused.path("code").asText()).isEqualTo("validation-failed");
    }
  }

  @Test
  @Rows(part = "WIN-10")
  void tellsWhoIsThereOnlyWhereVisitorsChooseAnAgent() {
    String path = "/api/v1/public/widgets/" + shop.widgetKey() + "/agents";
    assertThat(given().get(path).then().statusCode(200).extract().jsonPath().getList("items"))
        .isEmpty();
    publishWindow();
    shop.desk(shop.agent(0));
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonPath there = given().get(path).jsonPath();
              assertThat(there.getList("items.id")).containsExactly(shop.agent(0).id().toString());
              assertThat(there.getList("items.state")).containsExactly("online");
            });
    given().get("/api/v1/public/widgets/none/agents").then().statusCode(404);
  }
}
