package io.dakenh.livetalk.sequence;

import static io.dakenh.livetalk.sequence.Timeline.OFF;
import static io.dakenh.livetalk.sequence.Timeline.sequence;
import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Automatic messages with real sockets, database and broker. */
@QuarkusTest
class SequencesTest {
  private static final Duration MINUTE = Duration.ofSeconds(61);

  @Inject Database database;

  private Business shop;
  private SocketClient visitor;
  private Timeline time;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    time = new Timeline(database, shop);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private SocketClient desk(int agent) {
    SocketClient desk = shop.desk(shop.agent(agent));
    awaitState(agent, "online");
    return desk;
  }

  private void leave(SocketClient desk, int agent) {
    desk.close();
    awaitState(agent, "offline");
  }

  private void awaitState(int agent, String state) {
    Awaitility.await(state)
        .until(
            () ->
                time.count(
                        "select count(*) from agent_presence where tenant_id = ? and agent_id = ? and state = ?",
                        shop.id(),
                        shop.agent(agent).id(),
                        state)
                    == 1);
    time.settle();
  }

  @Test
  @Rows(part = {"SEQ-1", "SEQ-4"})
  void beginsWithTheConversationInTheNameOfTheButton() {
    shop.publishSection(
        "button", 1, "{\"name\": \"Mai của Hoa Mai\", \"avatarUrl\": \"/media/mai.gif\"}");
    Awaitility.await()
        .until(
            () ->
                time.count(
                        "select count(*) from section_settings where tenant_id = ? and section = 'button'",
                        shop.id())
                    == 1);
    time.publish(sequence(0, 1, "Chào bạn!", "Bạn cần gì ạ?"), OFF, OFF);

    UUID conversation = visitor.open("Có ai không?");
    JsonNode first = visitor.awaitMessage("Chào bạn!");
    JsonNode second = visitor.awaitMessage("Bạn cần gì ạ?");

    for (JsonNode each : List.of(first, second)) {
      assertThat(each.path("author").path("kind").asText()).isEqualTo("system");
      assertThat(each.path("author").path("name").asText()).isEqualTo("Mai của Hoa Mai");
      assertThat(each.path("author").path("avatarUrl").asText()).isEqualTo("/media/mai.gif");
    }
    assertThat(first.path("sequence").asLong()).isEqualTo(2);
    assertThat(second.path("sequence").asLong()).isEqualTo(3);
    assertThat(Duration.between(sentAt(first), sentAt(second)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(999));
    time.assertSaid(conversation, "Chào bạn!", "Bạn cần gì ạ?");
    MessageSent event =
        shop.events().await(EventCatalog.MESSAGE_SENT, shop.id(), sent -> sent.sequence() == 2);
    assertThat(event.authorKind()).isEqualTo("system");
    assertThat(event.authorId()).isEqualTo(shop.id());
    visitor.ask(resume(conversation, 1, 0));
    assertThat(visitor.awaitType("messages").path("messages").get(1).path("author"))
        .isEqualTo(first.get("author"));
  }

  private static Instant sentAt(JsonNode message) {
    return Instant.parse(message.path("sentAt").asText());
  }

  @Test
  @Rows(part = {"SEQ-1", "SEQ-2"})
  void remindsOncePerUnansweredStreakWhileAgentsAreOnline() {
    SocketClient desk = desk(0);
    time.publish(OFF, sequence(60, 5, "Chờ chút nhé", "Sắp có người"), sequence(60, 5, "Vắng"));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    time.settle();
    Duration left =
        Duration.between(Instant.now(), time.due(conversation, "no_reply_due").orElseThrow());
    assertThat(left).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
    time.pass(Duration.ofSeconds(30));
    visitor.say(conversation, "Alo?");
    time.assertSaid(conversation);
    time.pass(MINUTE);
    time.assertSaid(conversation, "Chờ chút nhé");
    time.pass(Duration.ofSeconds(6));
    time.assertSaid(conversation, "Chờ chút nhé", "Sắp có người");
    visitor.say(conversation, "Còn đó không?");
    time.pass(MINUTE.multipliedBy(10));
    time.assertSaid(conversation, "Chờ chút nhé", "Sắp có người");

    desk.say(conversation, "Dạ em đây");
    visitor.say(conversation, "Cái này bao nhiêu?");
    time.settle();
    time.pass(MINUTE);
    time.assertSaid(conversation, "Chờ chút nhé", "Sắp có người", "Chờ chút nhé");
  }

  @Test
  @Rows(part = "SEQ-2")
  void anAnswerCancelsEverythingAtOnce() {
    SocketClient desk = desk(0);
    time.publish(sequence(30, 1, "Xin chào"), sequence(60, 1, "Chờ chút nhé"), OFF);
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    time.settle();
    assertThat(time.watched(conversation)).isTrue();

    desk.say(conversation, "Dạ em đây");

    time.settle();
    assertThat(time.watched(conversation)).isFalse();
    time.assertSaid(conversation);
  }

  @Test
  @Rows(part = "SEQ-2")
  void closingCancelsEverythingAtOnce() {
    time.publish(sequence(30, 1, "Xin chào"), OFF, sequence(60, 1, "Vắng"));
    UUID conversation = visitor.open("Có ai không?");
    time.settle();
    assertThat(time.due(conversation, "offline_due")).isPresent();

    visitor.ask(request("close").put("conversationId", conversation.toString()));

    time.settle();
    assertThat(time.watched(conversation)).isFalse();
    time.assertSaid(conversation);
  }

  @Test
  @Rows(part = "SEQ-2")
  void followsWhoIsThere() {
    time.publish(OFF, sequence(60, 1, "Chờ chút nhé"), sequence(60, 1, "Vắng"));
    UUID conversation = visitor.open("Có ai không?");
    time.settle();
    assertThat(time.due(conversation, "no_reply_due")).isEmpty();
    assertThat(time.due(conversation, "offline_due")).isPresent();

    SocketClient first = desk(0);
    SocketClient second = desk(1);
    assertThat(time.due(conversation, "offline_due")).isEmpty();
    assertThat(time.due(conversation, "no_reply_due")).isPresent();
    leave(first, 0);
    assertThat(time.due(conversation, "no_reply_due")).as("a colleague is there").isPresent();

    assertThat(second.ask(request("presence").put("state", "busy")).path("type").asText())
        .isEqualTo("ack");
    awaitState(1, "busy");
    assertThat(time.due(conversation, "no_reply_due")).as("busy is there").isPresent();
    second.ask(request("presence").put("state", "away"));
    awaitState(1, "away");
    assertThat(time.due(conversation, "no_reply_due")).isEmpty();
    assertThat(time.due(conversation, "offline_due")).isPresent();

    time.pass(MINUTE);
    time.assertSaid(conversation, "Vắng");
    second.ask(request("presence").put("state", "online"));
    awaitState(1, "online");
    time.pass(MINUTE);
    time.assertSaid(conversation, "Vắng", "Chờ chút nhé");
  }

  @Test
  @Rows(part = {"SEQ-2", "DEP-10"})
  void nobodyIsThereOutsideTheHoursOfTheDepartment() {
    desk(0);
    time.publish(OFF, sequence(60, 1, "Chờ chút nhé"), sequence(60, 1, "Vắng"));
    UUID conversation = visitor.open("Có ai không?");
    time.settle();
    assertThat(time.due(conversation, "no_reply_due")).isPresent();

    shop.publishHours(2, neverToday());
    Awaitility.await().until(() -> time.due(conversation, "offline_due").isPresent());
    shop.publishHours(3, null);
    Awaitility.await().until(() -> time.due(conversation, "no_reply_due").isPresent());
  }

  /** Open for a minute, days from now. */
  private static BusinessHours neverToday() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new BusinessHours(
        "Asia/Ho_Chi_Minh",
        List.of(
            new BusinessHours.Weekly(
                BusinessHours.day(today.plusDays(3).getDayOfWeek()), "08:00", "08:01")),
        List.of());
  }

  @Test
  @Rows(part = "SEQ-2")
  void whoLeavesTheDepartmentIsNotThereForIt() {
    desk(0);
    time.publish(OFF, sequence(60, 1, "Chờ chút nhé"), sequence(60, 1, "Vắng"));
    UUID conversation = visitor.open("Có ai không?");
    time.settle();
    assertThat(time.due(conversation, "no_reply_due")).isPresent();

    shop.publishDepartment(shop.departmentId(), 2, "Bán hàng", List.of(shop.agent(1).id()));
    Awaitility.await().until(() -> time.due(conversation, "offline_due").isPresent());
    shop.publishDepartment(
        shop.departmentId(), 3, "Bán hàng", List.of(shop.agent(0).id(), shop.agent(1).id()));
    Awaitility.await().until(() -> time.due(conversation, "no_reply_due").isPresent());
    shop.publishStaff(shop.agent(0), 2, false);
    Awaitility.await().until(() -> time.due(conversation, "offline_due").isPresent());
  }

  @Test
  @Rows(part = "SEQ-1")
  void whatHasBegunKeepsItsWordsUnlessItIsSwitchedOff() {
    time.publish(sequence(30, 30, "một", "hai", "ba"), OFF, OFF);
    UUID conversation = visitor.open("Có ai không?");
    time.settle();
    time.publish(sequence(10, 10, "không", "phải", "thế", "này"), OFF, OFF);
    time.pass(Duration.ofSeconds(31));
    time.assertSaid(conversation, "một");
    time.pass(Duration.ofSeconds(31));
    time.assertSaid(conversation, "một", "hai");

    time.publish(OFF, OFF, OFF);
    assertThat(time.watched(conversation)).isFalse();
    time.assertSaid(conversation, "một", "hai");
    visitor.open("Một cuộc khác");
    assertThat(time.count("select count(*) from sequence_note where tenant_id = ?", shop.id()))
        .as("nothing is noted for a business without automatic messages")
        .isZero();
  }

  @Test
  @Rows(part = "SEQ-5")
  void leavesOtherChannelsAloneUnlessTheOwnerAllowsThem() {
    String start = sequence(1, 1, "Chào bạn!");
    time.publish(start, OFF, OFF);
    UUID conversation = visitor.open("Từ Facebook");
    database.update("update conversation set channel_kind = 'facebook' where id = ?", conversation);
    time.pass(MINUTE);
    time.assertSaid(conversation);

    time.publish(start, OFF, OFF, "{\"facebook\": true, \"zalo\": false}");
    UUID allowed = visitor.open("Từ Facebook nữa");
    database.update("update conversation set channel_kind = 'facebook' where id = ?", allowed);
    time.pass(MINUTE);
    time.assertSaid(allowed, "Chào bạn!");
  }

  @Test
  void businessesWithoutThemAreLeftInPeace() {
    UUID conversation = visitor.open("Có ai không?");
    SocketClient desk = desk(0);
    leave(desk, 0);
    assertThat(time.watched(conversation)).isFalse();
    time.assertSaid(conversation);
  }
}
