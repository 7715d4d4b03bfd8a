package io.dakenh.livetalk.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A business with one agent at the desk, whose customers write by a Page or OA. */
abstract class ChannelTest {
  Business shop;
  SocketClient desk;

  @BeforeEach
  void openTheShop() {
    shop = Business.withAgents(1);
    desk = shop.desk(shop.agent(0));
  }

  @AfterEach
  void closeTheShop() {
    shop.close();
  }

  /** The agent is let in, and follows the conversation from its beginning. */
  UUID joined(UUID visitorId) {
    UUID conversation = opened(visitorId);
    shop.allocate(conversation, shop.agent(0));
    desk.await(
        frame ->
            frame.path("type").asText().equals("conversation")
                && of(frame.path("conversation"), conversation)
                && frame.path("conversation").path("agents").size() == 1);
    return conversation;
  }

  /** The conversation that was opened for the customer, as routing hears of it. */
  UUID opened(UUID visitorId) {
    return shop.events()
        .await(
            EventCatalog.CONVERSATION_OPENED,
            shop.id(),
            event -> event.visitorId().equals(visitorId))
        .conversationId();
  }

  private static boolean of(JsonNode conversation, UUID id) {
    return conversation.path("id").asText().equals(id.toString());
  }

  /** A message at the desk as it stands from some moment on. */
  JsonNode changed(UUID messageId, String field, String value) {
    return desk.await(
            frame ->
                frame.path("type").asText().equals("message-changed")
                    && frame.path("message").path("id").asText().equals(messageId.toString())
                    && frame.path("message").path("channel").path(field).asText().equals(value))
        .get("message");
  }
}
