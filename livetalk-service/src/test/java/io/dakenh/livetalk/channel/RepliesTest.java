package io.dakenh.livetalk.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.channel.ChannelWindow;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ChannelActionRequested;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Api;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.Customer;
import io.dakenh.livetalk.support.SampleFiles;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What agents answer: told to the connector, marked as it goes, refused by the rule in force. */
@QuarkusTest
class RepliesTest extends ChannelTest {
  @Test
  @Rows(part = "CHN-8")
  void tellsTheConnectorAndShowsHowFarItCame() {
    Customer lan = Customer.ofFacebook(shop);
    UUID asked = lan.says("còn không?");
    UUID conversation = joined(lan.contactId());

    JsonNode ack =
        desk.ask(
            SocketClient.message(conversation, UUID.randomUUID(), "Dạ còn ạ").put("replyTo", 1));
    assertThat(ack.path("sequence").asLong()).isEqualTo(2);
    ChannelMessageRequested requested = requested("Dạ còn ạ");
    assertThat(requested.threadId()).isEqualTo(lan.threadId());
    assertThat(requested.mode()).isEqualTo("chat");
    assertThat(requested.attempt()).isEqualTo(1);
    assertThat(requested.agentId()).isEqualTo(shop.agent(0).id());
    assertThat(requested.replyToMessageId()).isEqualTo(asked);

    lan.tells(requested.messageId(), "sent");
    changed(requested.messageId(), "delivery", "sent");
    lan.tells(requested.messageId(), "delivered");
    changed(requested.messageId(), "delivery", "delivered");
    lan.tells(requested.messageId(), "read");
    JsonNode read =
        desk.await(
            frame ->
                frame.path("type").asText().equals("read")
                    && frame.path("participant").path("kind").asText().equals("visitor"));
    assertThat(read.path("sequence").asLong()).isEqualTo(2);
    lan.tells(requested.messageId(), "sent");
    lan.says("cảm ơn");
    desk.awaitMessage("cảm ơn");
    assertThat(delivery(conversation, 2)).isEqualTo("delivered");
  }

  @Test
  @Rows(part = "CHN-8")
  void handsFilesOverAsThisServiceServesThem() {
    Customer lan = Customer.ofZalo(shop);
    lan.says("gửi em bảng giá");
    UUID conversation = joined(lan.contactId());
    String attachment =
        RestAssured.given()
            .auth()
            .oauth2(shop.agent(0).token())
            .contentType("application/octet-stream")
            .body(SampleFiles.pdf())
            .post("/api/v1/attachments?name=gia.pdf&conversationId=" + conversation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var send = SocketClient.message(conversation, UUID.randomUUID(), "");
    send.putArray("attachmentIds").add(attachment);
    desk.ask(send);
    ChannelMessageRequested requested =
        shop.events()
            .await(
                EventCatalog.CHANNEL_MESSAGE_REQUESTED,
                shop.id(),
                event -> !event.attachments().isEmpty());
    assertThat(requested.text()).isNull();
    ChannelMessageRequested.File file = requested.attachments().getFirst();
    assertThat(file.fileName()).isEqualTo("gia.pdf");
    RestAssured.given().urlEncodingEnabled(false).get(file.path()).then().statusCode(200);
  }

  @Test
  @Rows(part = "CHN-8")
  void sendsAFailedMessageAgainAndIgnoresWhatIsSaidOfTheAttemptBefore() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("alo");
    UUID conversation = joined(lan.contactId());
    desk.say(conversation, "nghe đây");
    UUID message = requested("nghe đây").messageId();
    lan.tells(message, "failed", 1, "provider-unavailable", true, null);
    JsonNode failed = changed(message, "delivery", "failed");
    assertThat(failed.path("channel").path("failureCode").asText())
        .isEqualTo("provider-unavailable");
    assertThat(failed.path("channel").path("retryable").asBoolean()).isTrue();

    String retry = "/conversations/" + conversation + "/messages/2/retry";
    Api.post(shop.agent(0), retry, Map.of("charged", false)).statusCode(204);
    changed(message, "delivery", "sending");
    ChannelMessageRequested again =
        shop.events()
            .await(
                EventCatalog.CHANNEL_MESSAGE_REQUESTED,
                shop.id(),
                event -> event.messageId().equals(message) && event.attempt() == 2);
    assertThat(again.text()).isEqualTo("nghe đây");
    lan.tells(message, "failed", 1, "provider-unavailable", true, null);
    lan.tells(message, "sent", 2, null, false, null);
    changed(message, "delivery", "sent");
    Api.post(shop.agent(0), retry, Map.of("charged", false))
        .statusCode(409)
        .body("code", equalTo("message-not-failed"));
  }

  @Test
  @Rows(part = "CHN-10")
  void showsTheRuleInForceAndRefusesWhatTheProviderWould() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("alo");
    UUID conversation = joined(lan.contactId());
    JsonNode channel = summary(conversation).path("channel");
    assertThat(channel.path("name").asText()).isEqualTo("Hoa Mai");
    assertThat(channel.path("reply").path("limitedTo").asText()).isEqualTo("human-agent");
    assertThat(channel.path("reply").has("freeUntil")).isTrue();

    lan.thread(1, any -> Customer.window(null, null, null, null));
    assertRefused(conversation, "window-closed", false);
    lan.thread(2, any -> Customer.window(null, Duration.ofDays(3), "human-agent", null));
    assertStored(conversation, "người thật", false);
    lan.thread(1, any -> Customer.window(null, null, null, null));
    assertStored(conversation, "bản cũ hơn không tính", false);
    lan.thread(
        3,
        window ->
            new ChannelWindow(
                window.asOf(),
                window.freeUntil(),
                window.limitedUntil(),
                window.limitedTo(),
                null,
                null,
                "recipient-unreachable",
                null,
                2_000));
    assertRefused(conversation, "recipient-unreachable", false);
    lan.says("em đây");
    desk.awaitMessage("em đây");
    lan.channel(2, "unlinked");
    assertRefused(conversation, "channel-unlinked", false);
    lan.channel(3, "healthy");
    lan.thread(4, any -> Customer.window(Duration.ofHours(1), null, null, null));
    assertStored(conversation, "liên kết lại", false);
    assertThat(desk.say(conversation, "x".repeat(2_001)).path("code").asText())
        .isEqualTo("text-too-long");
  }

  @Test
  @Rows(part = "CHN-10")
  void sendsWhatCostsMoneyOnlyWithConsent() {
    Customer lan = Customer.ofZalo(shop);
    lan.says("alo");
    UUID conversation = joined(lan.contactId());
    lan.thread(1, any -> Customer.window(null, Duration.ofDays(3), "charged", null));
    assertRefused(conversation, "charged-consent-needed", false);
    assertStored(conversation, "trả tiền", true);
    assertThat(requested("trả tiền").chargedConsent()).isTrue();
    lan.thread(2, any -> Customer.window(Duration.ofHours(2), Duration.ofDays(3), "charged", 0));
    assertRefused(conversation, "charged-consent-needed", false);
    lan.thread(3, any -> Customer.window(Duration.ofHours(2), Duration.ofDays(3), "charged", 1));
    assertStored(conversation, "tin miễn phí cuối", false);
    // Nobody knows yet whether it arrived, so it counts as taken.
    assertRefused(conversation, "charged-consent-needed", false);
    lan.tells(requested("tin miễn phí cuối").messageId(), "failed", 1, "rejected", false, null);
    changed(requested("tin miễn phí cuối").messageId(), "delivery", "failed");
    assertStored(conversation, "vẫn còn một tin", false);
  }

  @Test
  @Rows(part = "SEQ-5")
  void spendsNoLastFreeReplyOnAutomaticMessages() {
    shop.publishSection(
        "sequences",
        1,
        """
        {"start": {"enabled": true, "startDelaySeconds": 0, "gapSeconds": 1, "contents": ["Chào bạn"]},
         "noReply": {"enabled": false}, "offline": {"enabled": false}, "channels": {"facebook": true, "zalo": true}}""");
    Customer minh = Customer.ofFacebook(shop);
    Customer lan = Customer.ofZalo(shop);
    lan.thread(1, any -> Customer.window(Duration.ofHours(40), Duration.ofDays(7), "charged", 1));
    await("automatic messages on Facebook")
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              minh.says("có ai không");
              lan.says("có ai không");
              return shop
                  .events()
                  .present(EventCatalog.CHANNEL_MESSAGE_REQUESTED, shop.id())
                  .stream()
                  .anyMatch(event -> event.threadId().equals(minh.threadId()));
            });
    List<ChannelMessageRequested> sent =
        shop.events().present(EventCatalog.CHANNEL_MESSAGE_REQUESTED, shop.id());
    assertThat(sent).allMatch(event -> event.threadId().equals(minh.threadId()));
    assertThat(sent.getFirst().authorKind()).isEqualTo("system");
    assertThat(sent.getFirst().agentId()).isNull();
  }

  @Test
  void answersCommentsToEveryoneOrAlone() {
    Customer lan = Customer.ofFacebook(shop).commenting();
    UUID comment = lan.sends("comment", "Giá bao nhiêu?");
    UUID conversation = joined(lan.contactId());
    assertThat(summary(conversation).path("channel").path("surface").asText()).isEqualTo("comment");
    desk.say(conversation, "Dạ 199k ạ");
    assertThat(requested("Dạ 199k ạ").mode()).isEqualTo("public");
    desk.ask(
        SocketClient.message(conversation, UUID.randomUUID(), "Nhắn riêng")
            .put("mode", "private")
            .put("replyTo", 1));
    ChannelMessageRequested alone = requested("Nhắn riêng");
    assertThat(alone.mode()).isEqualTo("private");
    assertThat(alone.replyToMessageId()).isEqualTo(comment);

    String act = "/conversations/" + conversation + "/messages/1/comment-action";
    Api.post(shop.agent(0), act, Map.of("action", "hide")).statusCode(204);
    ChannelActionRequested hide =
        shop.events()
            .await(
                EventCatalog.CHANNEL_ACTION_REQUESTED,
                shop.id(),
                event -> event.action().equals("hide"));
    assertThat(hide.messageId()).isEqualTo(comment);
    lan.tells(comment, "hidden");
    desk.await(
        frame -> frame.path("message").path("channel").path("comment").path("hidden").asBoolean());
    lan.tells(comment, "action-failed", 0, "comment-gone", false, null);
    changed(comment, "failureCode", "comment-gone");
    Api.post(
            shop.agent(0),
            "/conversations/" + conversation + "/messages/2/comment-action",
            Map.of("action", "hide"))
        .statusCode(422)
        .body("code", equalTo("not-a-comment"));
  }

  @Test
  void tellsTheProviderThatAnAgentHasRead() {
    Customer lan = Customer.ofFacebook(shop);
    UUID message = lan.says("đọc chưa?");
    UUID conversation = joined(lan.contactId());
    desk.send(
        SocketClient.frame("read")
            .put("conversationId", conversation.toString())
            .put("sequence", 1));
    ChannelActionRequested seen =
        shop.events()
            .await(
                EventCatalog.CHANNEL_ACTION_REQUESTED,
                shop.id(),
                event -> event.action().equals("seen"));
    assertThat(seen.messageId()).isEqualTo(message);
  }

  @Test
  void changesNothingThatTheProviderHolds() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("alo");
    UUID conversation = joined(lan.contactId());
    desk.say(conversation, "nghe");
    JsonNode refused =
        desk.ask(
            SocketClient.request("edit")
                .put("conversationId", conversation.toString())
                .put("sequence", 2)
                .put("text", "khác"));
    assertThat(refused.path("code").asText()).isEqualTo("not-on-this-channel");
  }

  @Test
  @Rows(part = {"GEN-1", "TEN-3"})
  void refusesStrangersAndOthers() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("alo");
    UUID conversation = joined(lan.contactId());
    String messages = "/conversations/" + conversation + "/messages/1";
    for (String path : List.of(messages + "/retry", messages + "/comment-action")) {
      Api.refusesStrangers(shop, "POST", path);
    }
    try (Business other = Business.withAgents(1)) {
      Api.post(other.owner(), messages + "/retry", Map.of("charged", false))
          .statusCode(404)
          .body("code", equalTo("conversation-not-found"));
      Api.post(other.owner(), messages + "/comment-action", Map.of("action", "hide"))
          .statusCode(404);
    }
    Api.post(shop.owner(), messages + "/retry", Map.of("charged", false))
        .statusCode(403)
        .body("code", equalTo("not-a-participant"));
    Api.post(shop.agent(0), messages + "/comment-action", Map.of())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/action"));
    Api.post(
            shop.agent(0),
            "/conversations/" + conversation + "/messages/99/retry",
            Map.of("charged", false))
        .statusCode(404)
        .body("code", equalTo("message-not-found"));
  }

  private ChannelMessageRequested requested(String text) {
    return shop.events()
        .await(
            EventCatalog.CHANNEL_MESSAGE_REQUESTED, shop.id(), event -> text.equals(event.text()));
  }

  private JsonNode summary(UUID conversation) {
    return desk.await(
            frame ->
                frame.path("type").asText().equals("conversation")
                    && frame
                        .path("conversation")
                        .path("id")
                        .asText()
                        .equals(conversation.toString())
                    && frame
                        .path("conversation")
                        .path("channel")
                        .path("name")
                        .asText()
                        .equals("Hoa Mai"))
        .get("conversation");
  }

  private String delivery(UUID conversation, int sequence) {
    return Api.get(shop.agent(0), "/conversations/" + conversation + "/messages")
        .extract()
        .path("items[" + (sequence - 1) + "].channel.delivery");
  }

  /** Until the connector's word has arrived. */
  private void assertRefused(UUID conversation, String code, boolean charged) {
    await(code)
        .until(() -> send(conversation, "được không?", charged).path("code").asText().equals(code));
  }

  private void assertStored(UUID conversation, String text, boolean charged) {
    await(text).until(() -> send(conversation, text, charged).has("sequence"));
  }

  private JsonNode send(UUID conversation, String text, boolean charged) {
    var frame = SocketClient.message(conversation, UUID.randomUUID(), text);
    return desk.ask(charged ? frame.put("charged", true) : frame);
  }
}
