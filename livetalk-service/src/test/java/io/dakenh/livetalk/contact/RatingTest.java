package io.dakenh.livetalk.contact;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How content visitors were. */
@QuarkusTest
class RatingTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-5")
  void isToldAfterTheEndAndShownInTheDesk() {
    assertThat(rate(4, "").path("code").asText()).isEqualTo("conversation-open");
    finish();
    assertThat(rate(4, "Nhanh, nhiệt tình").path("type").asText()).isEqualTo("ack");
    JsonNode shown =
        desk.await(frame -> frame.path("conversation").path("rating").path("score").asInt() == 4);
    assertThat(shown.path("conversation").path("rating").path("comment").asText())
        .isEqualTo("Nhanh, nhiệt tình");
    rate(5, "Đổi ý");
    get(shop.agent(0), "/conversations/" + conversation).body("rating.score", equalTo(5));
    get(shop.agent(0), "/conversations/" + conversation + "/notes")
        .body("items.activity.score", hasItem(4));
    visitor.await(frame -> frame.path("conversation").path("rating").path("score").asInt() == 5);
  }

  @Test
  void isRefusedFromOthersAndWithOtherStars() {
    finish();
    for (int score : new int[] {0, 6}) {
      assertThat(rate(score, "").path("code").asText()).isEqualTo("validation-failed");
    }
    assertThat(rate(3, "x".repeat(1001)).path("code").asText()).isEqualTo("validation-failed");
    assertThat(shop.visitor().ask(rating(3, "")).path("code").asText())
        .isEqualTo("conversation-not-found");
    assertThat(desk.ask(rating(3, "")).path("code").asText()).isEqualTo("unknown-frame-type");
    try (Business other = Business.withAgents(1)) {
      assertThat(other.visitor().ask(rating(3, "")).path("code").asText())
          .isEqualTo("conversation-not-found");
    }
  }

  private JsonNode rate(int score, String comment) {
    return visitor.ask(rating(score, comment));
  }

  private ObjectNode rating(int score, String comment) {
    return request("rate")
        .put("conversationId", conversation.toString())
        .put("score", score)
        .put("comment", comment);
  }

  private void finish() {
    desk.ask(request("close").put("conversationId", conversation.toString()));
  }
}
