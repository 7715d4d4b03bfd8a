package io.dakenh.livetalk;

import static io.dakenh.livetalk.support.SocketClient.frame;
import static io.dakenh.livetalk.support.SocketClient.message;
import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor and an agent talk over real sockets, on a real database and broker. */
@QuarkusTest
class TalkTest {
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

  @Test
  @Rows(part = {"TALK-1", "TALK-11"})
  void bothSidesTalk() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));

    JsonNode ack = visitor.say(conversation, "Áo này còn size M không ạ? 😀");
    JsonNode heard = desk.awaitMessage("Áo này còn size M không ạ? 😀");
    assertThat(ack.get("sequence").asLong()).isEqualTo(2);
    assertThat(heard.get("sequence").asLong()).isEqualTo(2);
    assertThat(heard.get("sentAt")).isEqualTo(ack.get("sentAt"));
    assertThat(heard.path("author").path("kind").asText()).isEqualTo("visitor");
    assertThat(heard.path("author").path("name").asText()).startsWith("Khách ");

    JsonNode reply = desk.say(conversation, "Dạ còn ạ");
    JsonNode read = visitor.awaitMessage("Dạ còn ạ");
    assertThat(reply.get("sequence").asLong()).isEqualTo(3);
    assertThat(read.get("sequence").asLong()).isEqualTo(3);
    assertThat(read.path("author").path("name").asText()).isEqualTo("Nhân viên 1");
  }

  @Test
  void announcesConversationAndMessages() {
    UUID conversation = visitor.open("Chào shop");

    ConversationOpened opened =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_OPENED,
                shop.id(),
                event -> event.conversationId().equals(conversation));
    assertThat(opened.preview()).isEqualTo("Chào shop");
    assertThat(opened.channelKind()).isEqualTo("livetalk");
    assertThat(opened.departmentId()).isNull();

    visitor.say(conversation, "Còn ai không?");
    MessageSent sent =
        shop.events().await(EventCatalog.MESSAGE_SENT, shop.id(), event -> event.sequence() == 2);
    assertThat(sent.conversationId()).isEqualTo(conversation);
    assertThat(sent.authorKind()).isEqualTo("visitor");
    assertThat(sent.authorId().toString())
        .isEqualTo(visitor.ready().path("me").path("id").asText());
  }

  @Test
  void opensOncePerClientConversationId() {
    ObjectNode first = request("open").put("clientConversationId", UUID.randomUUID().toString());
    ObjectNode again = first.deepCopy().put("id", "again");

    JsonNode opened = visitor.ask(first);
    JsonNode reopened = visitor.ask(again);

    assertThat(opened.get("type").asText()).isEqualTo("ack");
    assertThat(opened.get("lastSequence").asLong()).isZero();
    assertThat(reopened.get("conversationId")).isEqualTo(opened.get("conversationId"));
    assertThat(shop.events().present(EventCatalog.CONVERSATION_OPENED, shop.id())).hasSize(1);
  }

  @Test
  @Rows(part = "TALK-11")
  void answersRetriesLikeTheFirstTime() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    UUID clientMessageId = UUID.randomUUID();

    JsonNode first = visitor.ask(message(conversation, clientMessageId, "một"));
    JsonNode retry = visitor.ask(message(conversation, clientMessageId, "  một "));
    JsonNode other = visitor.ask(message(conversation, clientMessageId, "hai"));

    assertThat(retry.get("sequence")).isEqualTo(first.get("sequence"));
    assertThat(retry.get("sentAt")).isEqualTo(first.get("sentAt"));
    assertThat(other.get("code").asText()).isEqualTo("client-message-id-reused");
    assertThat(other.get("temporary").asBoolean()).isFalse();
    assertThat(visitor.say(conversation, "ba").get("sequence").asLong()).isEqualTo(3);
  }

  @Test
  void sameClientMessageIdInOneBurstStoresOnce() {
    UUID conversation = visitor.open("Chào shop");
    UUID clientMessageId = UUID.randomUUID();
    List<ObjectNode> frames =
        IntStream.range(0, 20)
            .mapToObj(i -> message(conversation, clientMessageId, "một"))
            .toList();

    frames.forEach(visitor::send);

    for (ObjectNode sent : frames) {
      assertThat(visitor.answer(sent.get("id").asText()).path("sequence").asLong()).isEqualTo(2);
    }
  }

  @Test
  @Rows(part = "TALK-11")
  void givesDenseSequencesToManyAtOnce() throws InterruptedException {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    List<Thread> senders = new ArrayList<>();
    List<SocketClient> tabs = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      tabs.add(shop.desk(shop.agent(0)));
    }
    for (int i = 0; i < 64; i++) {
      SocketClient tab = tabs.get(i % tabs.size());
      int sender = i;
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int n = 0; n < 5; n++) {
                      tab.say(conversation, sender + "/" + n);
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    visitor.await(frame -> frame.path("message").path("sequence").asLong() == 321);
    assertThat(
            visitor.seen("message").stream()
                .map(frame -> frame.path("message").path("sequence").asLong()))
        .as("in order, without gap or repetition")
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 321).boxed().toList());
  }

  @Test
  @Rows(part = "TALK-11")
  void resumesWhole() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    for (int i = 2; i <= 250; i++) {
      desk.send(message(conversation, UUID.randomUUID(), "tin " + i));
    }
    visitor.awaitMessage("tin 250");
    SocketClient back = shop.visitor(shop.visitorToken());
    assertThat(back.ask(resume(conversation, 1, 0)).get("code").asText())
        .as("another visitor's")
        .isEqualTo("conversation-not-found");

    List<Long> sequences = new ArrayList<>();
    boolean more = true;
    while (more) {
      long last = sequences.isEmpty() ? 0 : sequences.getLast();
      int before = visitor.seen("messages").size();
      assertThat(visitor.ask(resume(conversation, 1, last)).get("type").asText()).isEqualTo("ack");
      JsonNode piece = visitor.seen("messages").get(before);
      piece.get("messages").forEach(one -> sequences.add(one.get("sequence").asLong()));
      more = piece.get("more").asBoolean();
    }
    assertThat(sequences)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 250).boxed().toList());
  }

  @Test
  void asksToReloadWhenTheGapCannotBeFilled() {
    UUID conversation = visitor.open("Chào shop");

    visitor.ask(resume(conversation, 7, 1));
    assertThat(visitor.awaitType("reload").get("epoch").asLong()).isEqualTo(1);
    visitor.ask(resume(conversation, 1, 99));
    assertThat(visitor.seen("reload")).hasSize(2);
  }

  @Test
  @Rows(part = "TALK-1")
  void tellsTypingAndReadMarksToTheOthersOnly() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));

    desk.send(frame("typing").put("conversationId", conversation.toString()).put("active", true));
    JsonNode typing = visitor.awaitType("typing");
    assertThat(typing.path("participant").path("name").asText()).isEqualTo("Nhân viên 1");

    desk.send(frame("read").put("conversationId", conversation.toString()).put("sequence", 50));
    JsonNode read = visitor.awaitType("read");
    assertThat(read.get("sequence").asLong()).as("never beyond the last message").isEqualTo(1);

    desk.sync();
    assertThat(desk.seen("typing")).isEmpty();
    assertThat(desk.seen("read")).isEmpty();
  }

  @Test
  @Rows(part = "TALK-3")
  void closesForBoth() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));

    assertThat(
            desk.ask(request("close").put("conversationId", conversation.toString()))
                .get("type")
                .asText())
        .isEqualTo("ack");

    visitor.await(frame -> frame.path("conversation").path("state").asText().equals("closed"));
    assertThat(desk.say(conversation, "còn đó không").get("code").asText())
        .isEqualTo("conversation-closed");
    assertThat(
            visitor
                .ask(request("close").put("conversationId", conversation.toString()))
                .get("type")
                .asText())
        .as("closing a closed one changes nothing")
        .isEqualTo("ack");
    assertThat(
            shop.events()
                .await(EventCatalog.CONVERSATION_CLOSED, shop.id(), event -> true)
                .closedBy())
        .isEqualTo("agent");
    assertThat(shop.events().present(EventCatalog.CONVERSATION_CLOSED, shop.id())).hasSize(1);
  }

  @Test
  @Rows(part = "TEN-3")
  void hidesConversationsOfOthers() {
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    SocketClient colleague = shop.desk(shop.agent(1));
    assertThat(colleague.say(conversation, "chen vào").get("code").asText())
        .isEqualTo("not-a-participant");
    assertThat(shop.visitor().say(conversation, "ai đó").get("code").asText())
        .isEqualTo("conversation-not-found");
    try (Business other = Business.withAgents(1)) {
      SocketClient foreign = other.desk(other.agent(0));
      String id = conversation.toString();
      assertThat(foreign.say(conversation, "lạ").get("code").asText())
          .isEqualTo("conversation-not-found");
      assertThat(foreign.ask(resume(conversation, 1, 0)).get("code").asText())
          .isEqualTo("conversation-not-found");
      assertThat(foreign.ask(request("close").put("conversationId", id)).get("code").asText())
          .isEqualTo("conversation-not-found");
      foreign.send(frame("read").put("conversationId", id).put("sequence", 1));
      foreign.send(frame("typing").put("conversationId", id).put("active", true));
      foreign.sync();
      assertThat(foreign.seen("message")).isEmpty();
    }
    visitor.sync();
    assertThat(visitor.seen("typing")).isEmpty();
    assertThat(visitor.seen("message")).isEmpty();
  }

  @Test
  void refusesWhatIsNoMessage() {
    UUID conversation = visitor.open("Chào shop");

    assertThat(visitor.say(conversation, " \n ").get("code").asText()).isEqualTo("message-empty");
    assertThat(visitor.say(conversation, "ố".repeat(5_001)).get("code").asText())
        .isEqualTo("message-too-long");
    assertThat(visitor.say(conversation, "x".repeat(10_000)).get("code").asText())
        .isEqualTo("message-too-long");
    assertThat(visitor.say(conversation, "😀".repeat(5_000)).get("sequence").asLong())
        .as("counted as people count")
        .isEqualTo(2);
    ObjectNode odd = message(conversation, UUID.randomUUID(), "ODD");
    visitor.sendText(odd.toString().replace("ODD", "a\\u0000b\\ud800c"));
    assertThat(visitor.answer(odd.get("id").asText()).get("sequence").asLong()).isEqualTo(3);
    JsonNode stored = visitor.ask(resume(conversation, 1, 2));
    assertThat(stored.get("type").asText()).isEqualTo("ack");
    assertThat(visitor.awaitType("messages").path("messages").path(0).path("text").asText())
        .as("what no store can hold is left out")
        .isEqualTo("ab\uFFFDc");
  }

  @Test
  void keepsMarkupAndDirectionMarksInNamesAsText() {
    ObjectNode open = request("open").put("clientConversationId", UUID.randomUUID().toString());
    open.putObject("visitor").put("name", "<b>Lan\u202E</b>\u0007\n").put("phone", "0901234567");
    assertThat(visitor.ask(open).get("type").asText()).isEqualTo("ack");
    JsonNode shown = visitor.awaitType("conversation").get("conversation");
    assertThat(shown.path("visitor").path("name").asText()).isEqualTo("<b>Lan\u202E</b>");
  }

  @Test
  void showsOwnConversationsToASocketThatOpensLater() {
    String token = shop.visitorToken();
    SocketClient first = shop.visitor(token);
    UUID conversation = shop.talk(first, desk, shop.agent(0));
    desk.say(conversation, "Dạ em nghe");

    JsonNode own = shop.visitor(token).ready().path("conversations").path(0);
    assertThat(own.path("id").asText()).isEqualTo(conversation.toString());
    assertThat(own.path("lastMessage").path("text").asText()).isEqualTo("Dạ em nghe");
    assertThat(own.path("readSequence").asLong()).isEqualTo(1);
    assertThat(own.path("otherReadSequence").asLong()).isEqualTo(2);
    assertThat(own.path("agents").path(0).path("name").asText()).isEqualTo("Nhân viên 1");

    JsonNode mine = shop.desk(shop.agent(0)).ready().path("conversations").path(0);
    assertThat(mine.path("id").asText()).isEqualTo(conversation.toString());
    assertThat(mine.path("readSequence").asLong()).isEqualTo(2);
    assertThat(mine.path("otherReadSequence").asLong()).isEqualTo(1);
  }
}
