package io.dakenh.livetalk.socket;

import static io.dakenh.livetalk.support.SocketClient.frame;
import static io.dakenh.livetalk.support.SocketClient.message;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.RawSocket;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a socket may send, and what becomes of those that send or read otherwise. */
@QuarkusTest
class SocketRulesTest {
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

  @Test
  void answersUnknownTypesAndGoesOn() {
    JsonNode refused = visitor.ask(request("teleport"));
    assertThat(refused.get("code").asText()).isEqualTo("unknown-frame-type");
    assertThat(refused.get("temporary").asBoolean()).isFalse();
    for (int i = 0; i < 10; i++) {
      visitor.ask(request("teleport"));
    }
    visitor.sync();
    assertThat(visitor.open()).isTrue();
  }

  @Test
  void closesAfterRepeatedMalformedFrames() {
    visitor.sendText("not json");
    assertThat(visitor.awaitType("error").get("code").asText()).isEqualTo("malformed-frame");
    visitor.sendText("[1,2]");
    visitor.sync();
    assertThat(visitor.open()).isTrue();
    visitor.sendText("{\"no\":\"type\"}");
    assertThat(visitor.closeCode()).isEqualTo(4500);
  }

  @Test
  void countsBinaryFramesAsMalformed() {
    for (int i = 0; i < 3; i++) {
      visitor.sendBinary(new byte[] {1, 2, 3});
    }
    assertThat(visitor.closeCode()).isEqualTo(4500);
  }

  @Test
  void closesOnOversizedFrames() {
    visitor.sendText(frame("ping").put("padding", "x".repeat(70_000)).toString());
    assertThat(visitor.closeCode()).isEqualTo(4502);
  }

  @Test
  void closesOnOversizedFragments() {
    visitor.sendFragments(
        "{\"type\":\"ping\",\"padding\":\"" + "x".repeat(40_000), "y".repeat(40_000));
    assertThat(visitor.closeCode()).isEqualTo(4502);
  }

  @Test
  void putsFragmentsTogether() {
    visitor.sendFragments("{\"type\":\"pi", "ng\"}");
    visitor.awaitType("pong");
  }

  @Test
  @Rows(part = "TALK-11")
  void answersAFloodWholeAndInOrder() {
    UUID conversation = visitor.open("Chào shop");
    List<ObjectNode> flood =
        IntStream.range(0, 3_000)
            .mapToObj(i -> message(conversation, UUID.randomUUID(), "lũ " + i))
            .toList();
    flood.forEach(visitor::send);
    long expected = 2;
    for (ObjectNode sent : flood) {
      assertThat(visitor.answer(sent.get("id").asText()).path("sequence").asLong())
          .isEqualTo(expected++);
    }
  }

  @Test
  void cutsASlowReaderAndNobodyElse() throws IOException {
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    try (RawSocket stalled = RawSocket.stalled("/ws/agent", shop.agent(0).token())) {
      String text = "ờ".repeat(5_000);
      int sent = 600;
      for (int i = 1; i <= sent; i++) {
        visitor.send(message(conversation, UUID.randomUUID(), text));
        if (i % 10 == 0) {
          // Whoever reads must not fall behind on a busy machine: it would be cut with good reason.
          long last = i + 1;
          desk.await(frame -> frame.path("message").path("sequence").asLong() == last);
        }
      }
      assertThat(stalled.closeCode()).isEqualTo(4002);
    }
    assertThat(desk.seen("message")).hasSize(600);
  }

  @Test
  void neverAnswersFramesWithoutId() {
    String nowhere = UUID.randomUUID().toString();
    visitor.send(frame("typing").put("conversationId", nowhere).put("active", true));
    visitor.send(frame("read").put("conversationId", nowhere).put("sequence", 1));
    visitor.ask(request("close").put("conversationId", nowhere));
    assertThat(visitor.seen("error")).hasSize(1);
    assertThat(visitor.seen("error").getFirst().get("code").asText())
        .isEqualTo("conversation-not-found");
  }
}
