package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.Api.delete;
import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.ids;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations put off until a time. */
@QuarkusTest
class SnoozeTest {
  @Inject Database database;

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = {"TALK-2", "TALK-3"})
  void isPutAsideAndComesBackInTime() {
    Instant until = Instant.now().plus(Duration.ofSeconds(2));
    snooze(until);
    assertThat(ids(shop.agent(0), "/conversations?view=snoozed")).containsExactly(conversation);
    assertThat(ids(shop.agent(0), "/conversations?view=mine")).isEmpty();
    visitor.sync();
    assertThat(visitor.seen(frame -> frame.toString().contains("snoozed"))).isEmpty();

    ConversationReopened event = reopened();
    assertThat(event.reopenedBy()).isEqualTo("system");
    assertThat(event.agentId()).as("the agent is there and goes on").isEqualTo(shop.agent(0).id());
    assertThat(event.reopenedAt()).isAfterOrEqualTo(until.minusMillis(1));
    desk.await(
        frame ->
            frame.path("note").path("activity").path("kind").asText().equals("woke")
                && frame.path("note").path("author").path("kind").asText().equals("system"));
    assertThat(ids(shop.agent(0), "/conversations?view=mine")).containsExactly(conversation);
    get(shop.agent(0), "/conversations/" + conversation + "/notes")
        .body("items.activity.kind", contains("snoozed", "woke"));
  }

  @Test
  void comesBackWhenTheVisitorWrites() {
    snooze(Instant.now().plus(Duration.ofHours(3)));
    visitor.say(conversation, "Em gửi thêm ảnh");
    assertThat(reopened().reopenedBy()).isEqualTo("visitor");
    assertThat(ids(shop.agent(0), "/conversations?view=mine")).containsExactly(conversation);
  }

  @Test
  void isNotWokenByTheAgentsOwnWords() {
    snooze(Instant.now().plus(Duration.ofHours(3)));
    desk.say(conversation, "Mai em báo lại nhé");
    assertThat(ids(shop.agent(0), "/conversations?view=snoozed")).containsExactly(conversation);
  }

  @Test
  void goesToSomebodyElseWhenItsAgentIsAway() {
    snooze(Instant.now().plus(Duration.ofHours(3)));
    desk.close();
    Awaitility.await("the agent is offline")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                get(shop.owner(), "/agents?limit=100")
                    .body(
                        "items.find { it.id == '" + shop.agent(0).id() + "' }.state",
                        equalTo("offline")));
    visitor.say(conversation, "Có ai không ạ");
    ConversationReopened event = reopened();
    assertThat(event.agentId()).isNull();
    assertThat(event.previousAgentId()).isEqualTo(shop.agent(0).id());
    assertThat(ids(shop.agent(1), "/conversations?view=waiting")).containsExactly(conversation);
    shop.allocate(conversation, shop.agent(1));
    visitor.await(
        frame ->
            frame.path("conversation").path("agents").size() == 1
                && frame
                    .path("conversation")
                    .path("agents")
                    .path(0)
                    .path("id")
                    .asText()
                    .equals(shop.agent(1).id().toString()));
  }

  @Test
  void comesBackWhenTheAgentSaysSo() {
    snooze(Instant.now().plus(Duration.ofHours(3)));
    delete(shop.agent(0), path()).statusCode(200);
    delete(shop.agent(0), path()).statusCode(200);
    assertThat(reopened().reopenedBy()).isEqualTo("agent");
    assertThat(ids(shop.agent(0), "/conversations?view=mine")).containsExactly(conversation);
    assertThat(shop.events().present(EventCatalog.CONVERSATION_REOPENED, shop.id())).hasSize(1);
  }

  @Test
  void wakesWhatAnotherReplicaLeftBehind() {
    snooze(Instant.now().plus(Duration.ofHours(3)));
    // Nobody rings for this one: the sweep finds it.
    database.update(
        "update conversation set snoozed_until = now() where tenant_id = ? and id = ?",
        shop.id(),
        conversation);
    assertThat(reopened().reopenedBy()).isEqualTo("system");
  }

  @Test
  void refusesWhoMayNotAndWhatCannotBe() {
    for (Instant bad : new Instant[] {Instant.now(), Instant.now().plus(Duration.ofDays(400))}) {
      put(shop.agent(0), path(), Map.of("until", bad.toString()))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/until"));
    }
    put(shop.agent(0), path(), Map.of()).statusCode(400);
    Map<String, ?> later = Map.of("until", Instant.now().plusSeconds(600).toString());
    put(shop.agent(1), path(), later).statusCode(403).body("code", equalTo("not-a-participant"));
    put(shop.stranger(), path(), later).statusCode(404);
    try (Business other = Business.withAgents(1)) {
      put(other.owner(), path(), later).statusCode(404);
      delete(other.owner(), path()).statusCode(404);
    }
    refusesStrangers(shop, "PUT", path());
    refusesStrangers(shop, "DELETE", path());
    desk.ask(SocketClient.request("close").put("conversationId", conversation.toString()));
    put(shop.agent(0), path(), later).statusCode(409).body("code", equalTo("conversation-closed"));
  }

  private void snooze(Instant until) {
    put(shop.agent(0), path(), Map.of("until", until.toString())).statusCode(200);
    desk.await(frame -> frame.path("conversation").path("snoozedUntil").isTextual());
  }

  private String path() {
    return "/conversations/" + conversation + "/snooze";
  }

  private ConversationReopened reopened() {
    return shop.events()
        .await(
            EventCatalog.CONVERSATION_REOPENED,
            shop.id(),
            told -> told.conversationId().equals(conversation));
  }
}
