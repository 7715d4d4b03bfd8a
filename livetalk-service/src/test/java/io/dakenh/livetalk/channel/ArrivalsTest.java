package io.dakenh.livetalk.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.channel.ChannelContactErased;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.livetalk.support.Api;
import io.dakenh.livetalk.support.Customer;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What customers write at providers, told once, twice, late and wrong. */
@QuarkusTest
class ArrivalsTest extends ChannelTest {
  @Test
  @Rows(part = {"CHN-7", "DEP-6"})
  void opensAConversationForTheDefaultDepartmentAndShowsWhatFollows() {
    Customer lan = Customer.ofFacebook(shop);
    UUID first = lan.says("Xin chào shop");

    ConversationOpened opened =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_OPENED,
                shop.id(),
                event -> event.visitorId().equals(lan.contactId()));
    assertThat(opened.channelKind()).isEqualTo("facebook");
    assertThat(opened.departmentId()).isNull();
    assertThat(opened.visitorName()).isEqualTo("Lan Nguyễn");
    assertThat(opened.preview()).isEqualTo("Xin chào shop");

    UUID conversation = joined(lan.contactId());
    lan.says("Còn hàng không ạ?");
    JsonNode shown = desk.awaitMessage("Còn hàng không ạ?");
    assertThat(shown.path("sequence").asLong()).isEqualTo(2);
    assertThat(shown.path("author").path("name").asText()).isEqualTo("Lan Nguyễn");
    List<String> ids =
        Api.get(shop.agent(0), "/conversations/" + conversation + "/messages")
            .statusCode(200)
            .extract()
            .path("items.id");
    assertThat(ids).hasSize(2).first().isEqualTo(first.toString());
  }

  @Test
  @Rows(part = "CHN-7")
  void storesAMessageOnceHoweverOftenItIsTold() {
    Customer lan = Customer.ofZalo(shop);
    ChannelMessageReceived message = lan.message("text", "một lần");
    UUID eventId = UUID.randomUUID();
    lan.publish(eventId, message);
    lan.publish(eventId, message);
    lan.publish(UUID.randomUUID(), message);
    UUID conversation = joined(lan.contactId());
    lan.says("tiếp theo");
    assertThat(desk.awaitMessage("tiếp theo").path("sequence").asLong()).isEqualTo(2);
    assertThat(texts(conversation)).containsExactly("một lần", "tiếp theo");
  }

  @Test
  @Rows(part = "CHN-7")
  void keepsWhatIsNoneOfWords() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("chào");
    UUID conversation = joined(lan.contactId());
    UUID picture = lan.sends("image", "mẫu này", Customer.file("image", "picture", "mẫu áo.png"));
    UUID sticker = lan.sends("sticker", null, Customer.file("sticker", "picture", "s.png"));
    lan.sends("unsupported", null);
    ChannelMessageReceived place = lan.message("location", null);
    lan.publish(
        UUID.randomUUID(),
        new ChannelMessageReceived(
            place.tenantId(),
            place.channelId(),
            place.kind(),
            place.threadId(),
            place.surface(),
            place.contact(),
            place.messageId(),
            place.externalMessageId(),
            "in",
            "location",
            null,
            List.of(),
            picture,
            null,
            new ChannelMessageReceived.Place("10.7769", "106.7009", "Chợ Bến Thành"),
            new ChannelMessageReceived.Referral("ads", "c7", "23", "Giảm giá", null),
            null,
            null,
            place.window(),
            place.sentAt(),
            place.receivedAt()));

    JsonNode shown = byId(place.messageId());
    assertThat(shown.path("channel").path("place").path("title").asText())
        .isEqualTo("Chợ Bến Thành");
    assertThat(shown.path("channel").path("source").path("title").asText()).isEqualTo("Giảm giá");
    assertThat(shown.path("replyTo").path("sequence").asLong()).isEqualTo(2);
    JsonNode file = byId(picture).path("attachments").path(0);
    assertThat(file.path("name").asText()).isEqualTo("mẫu áo.png");
    assertThat(file.path("mediaType").asText()).isEqualTo("image/png");
    assertThat(byId(sticker).path("channel").path("kind").asText()).isEqualTo("sticker");
    assertThat(texts(conversation)).hasSize(5);
  }

  @Test
  @Rows(part = "CHN-7")
  void showsTheNameOfAFileThatIsNotThereAndAddsItLater() {
    Customer lan = Customer.ofZalo(shop);
    UUID message =
        lan.sends(
            "file",
            "tệp",
            Customer.file("file", "late", "sau.png"),
            Customer.file("file", "nowhere", "mất.pdf"),
            Customer.file("file", "program", "virus.exe"));
    UUID conversation = joined(lan.contactId());
    JsonNode full =
        desk.await(
            frame ->
                frame.path("type").asText().equals("message-changed")
                    && frame.path("message").path("attachments").size() == 1);
    assertThat(full.path("message").path("id").asText()).isEqualTo(message.toString());
    JsonNode missing = full.path("message").path("channel").path("missing");
    assertThat(missing).hasSize(2);
    assertThat(missing.path(0).path("name").asText()).isEqualTo("mất.pdf");
    assertThat(missing.path(0).path("code").asText()).isEqualTo("media-unavailable");
    assertThat(missing.path(1).path("code").asText()).isEqualTo("media-refused");
    assertThat(texts(conversation)).containsExactly("tệp");
  }

  @Test
  @Rows(part = "CHN-7")
  void showsWhatTheBusinessWroteElsewhereOnceAndCountsNothingUnread() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("chào");
    UUID conversation = joined(lan.contactId());
    ChannelMessageReceived in = lan.message("text", "Dạ shop nghe");
    ChannelMessageReceived out =
        new ChannelMessageReceived(
            in.tenantId(),
            in.channelId(),
            in.kind(),
            in.threadId(),
            in.surface(),
            in.contact(),
            in.messageId(),
            in.externalMessageId(),
            "out",
            "text",
            "Dạ shop nghe",
            List.of(),
            null,
            null,
            null,
            null,
            null,
            "Page Inbox",
            in.window(),
            in.sentAt(),
            in.receivedAt());
    lan.publish(UUID.randomUUID(), out);
    lan.publish(UUID.randomUUID(), out);
    JsonNode shown = desk.awaitMessage("Dạ shop nghe");
    assertThat(shown.path("author").path("kind").asText()).isEqualTo("system");
    assertThat(shown.path("channel").path("elsewhere").asText()).isEqualTo("Page Inbox");
    lan.says("ok");
    desk.awaitMessage("ok");
    assertThat(texts(conversation)).containsExactly("chào", "Dạ shop nghe", "ok");
    assertThat(shop.events().present(EventCatalog.CHANNEL_MESSAGE_REQUESTED, shop.id())).isEmpty();
  }

  @Test
  @Rows(part = "CHN-7")
  void followsEditsDeletionsReactionsAndMarks() {
    Customer lan = Customer.ofFacebook(shop);
    UUID first = lan.says("giá bao nhieu");
    UUID conversation = joined(lan.contactId());
    lan.tells(first, "edited", 0, null, false, "giá bao nhiêu?");
    desk.await(frame -> frame.path("message").path("text").asText().equals("giá bao nhiêu?"));
    lan.tells(first, "reacted", 0, null, false, "❤️");
    desk.await(
        frame ->
            frame.path("message").path("reactions").path(0).path("emoji").asText().equals("❤️"));
    lan.tells(first, "unreacted");
    lan.tells(first, "deleted");
    JsonNode gone = desk.await(frame -> frame.path("message").has("deletedAt"));
    assertThat(gone.path("message").path("text").asText()).isEmpty();
    assertThat(gone.path("revision").asLong()).isEqualTo(4);

    SocketClient later = shop.desk(shop.agent(0));
    later.ask(SocketClient.resume(conversation, 1, 0));
    assertThat(later.awaitType("messages").path("messages").path(0).has("deletedAt")).isTrue();
  }

  @Test
  @Rows(part = "CHN-7")
  void writesALineOfWhoFollowsAndOpensNothingForIt() {
    Customer lan = Customer.ofZalo(shop);
    lan.sends("follow", null);
    lan.says("chào OA");
    UUID conversation = joined(lan.contactId());
    lan.sends("unfollow", null);
    JsonNode note =
        desk.await(
            frame -> frame.path("note").path("activity").path("kind").asText().equals("unfollow"));
    assertThat(note.path("conversationId").asText()).isEqualTo(conversation.toString());
    assertThat(texts(conversation)).containsExactly("chào OA");
  }

  @Test
  void goesOnWithAConversationThatWasClosedNotLongAgo() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("chào");
    UUID conversation = joined(lan.contactId());
    desk.ask(SocketClient.request("close").put("conversationId", conversation.toString()));
    lan.says("quên hỏi");
    ConversationReopened reopened =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_REOPENED,
                shop.id(),
                event -> event.conversationId().equals(conversation));
    assertThat(reopened.tenantId()).isEqualTo(shop.id());
    assertThat(texts(conversation)).containsExactly("chào", "quên hỏi");
  }

  @Test
  void keepsTheNameAnAgentCorrected() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("chào");
    joined(lan.contactId());
    lan.calledFromNowOn("Lan Nguyen");
    lan.says("tên mới");
    desk.await(
        frame ->
            frame.path("conversation").path("visitor").path("name").asText().equals("Lan Nguyen"));
    Api.put(shop.agent(0), "/visitors/" + lan.contactId(), "\"1\"", Map.of("name", "Chị Lan"))
        .statusCode(200);
    lan.calledFromNowOn("L. N.");
    lan.says("tên mới nữa");
    desk.awaitMessage("tên mới nữa");
    String name = Api.get(shop.agent(0), "/visitors/" + lan.contactId()).extract().path("name");
    assertThat(name).isEqualTo("Chị Lan");
  }

  @Test
  void dropsWhatABlockedCustomerWrites() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("chào");
    UUID conversation = joined(lan.contactId());
    Api.put(shop.agent(0), "/visitors/" + lan.contactId() + "/block", Map.of("reason", "rác"))
        .statusCode(204);
    lan.says("rác");
    Customer other = Customer.ofFacebook(shop);
    other.says("sau đó");
    opened(other.contactId());
    assertThat(texts(conversation)).containsExactly("chào");
  }

  @Test
  void erasesWhatACustomerAskedTheProviderToErase() {
    Customer lan = Customer.ofFacebook(shop);
    lan.says("số của em là 0912345678");
    UUID conversation = joined(lan.contactId());
    shop.events()
        .publish(
            EventCatalog.CHANNEL_CONTACT_ERASED,
            lan.threadId().toString(),
            shop.id(),
            new ChannelContactErased(
                shop.id(), lan.channelId(), lan.threadId(), lan.contactId(), Instant.now()));
    desk.await(
        frame -> frame.path("conversation").path("visitor").path("name").asText().equals("Khách"));
    assertThat(texts(conversation)).containsExactly("");
  }

  @Test
  void buriesWhatCannotBeReadAndGoesOn() {
    UUID poison = UUID.randomUUID();
    shop.events()
        .publish(
            EventCatalog.CHANNEL_MESSAGE_RECEIVED.topic().topicName(),
            "poison",
            EventProbe.headers(
                poison, EventCatalog.CHANNEL_MESSAGE_RECEIVED.name(), "poison", shop.id()),
            "{\"tenantId\": \"no\"}");
    Customer lan = Customer.ofFacebook(shop);
    lan.says("vẫn tới");
    opened(lan.contactId());
    assertThat(
            shop.events()
                .await(
                    "livetalk-service-channels.channel.message.v1.dlq",
                    event -> poison.toString().equals(event.headers().get("ce_id")))
                .headers())
        .containsEntry("problem-code", "event-unreadable");
  }

  private JsonNode byId(UUID messageId) {
    return desk.await(
            frame ->
                frame.path("type").asText().equals("message")
                    && frame.path("message").path("id").asText().equals(messageId.toString()))
        .get("message");
  }

  private List<String> texts(UUID conversation) {
    return Api.get(shop.agent(0), "/conversations/" + conversation + "/messages")
        .statusCode(200)
        .extract()
        .path("items.text");
  }
}
