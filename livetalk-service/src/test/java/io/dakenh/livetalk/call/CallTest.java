package io.dakenh.livetalk.call;

import static io.dakenh.livetalk.support.SocketClient.frame;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.billing.CallHoldRefused;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallRungOn;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.routing.CallUnanswered;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.support.Api;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls from beginning to end, as both sides, routing and billing see them. */
@QuarkusTest
class CallTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private Calling call;

  @BeforeEach
  void open() {
    shop = Business.withAgents(3);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    call = new Calling(shop, visitor);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = {"CALL-1", "CALL-5"})
  void ringsIsTakenConnectsAndLeavesACard() {
    // Given
    call.start("video");
    CallStarted started =
        shop.events().await(EventCatalog.CALL_STARTED, shop.id(), e -> e.callId().equals(call.id));
    assertThat(started.media()).isEqualTo("video");
    assertThat(started.conversationId()).isEqualTo(call.conversation);
    assertThat(call.state(visitor, "ringing").path("participants")).hasSize(1);

    // When
    call.allocate(shop.agent(0));
    call.state(desk, "claimed");
    String visitorSeat = call.join(visitor);
    String agentSeat = call.join(desk);
    call.connect(desk, agentSeat);

    // Then
    call.state(visitor, "connected");
    CallJoined joined =
        shop.events().await(EventCatalog.CALL_JOINED, shop.id(), e -> e.callId().equals(call.id));
    assertThat(joined.agentId()).isEqualTo(shop.agent(0).id());
    assertThat(joined.agentName()).isEqualTo("Nhân viên 1");
    assertThat(visitorSeat).isNotEqualTo(agentSeat);

    // When
    visitor.ask(call.frame("call-leave"));

    // Then
    CallEnded ended = call.ended();
    assertThat(ended.outcome()).isEqualTo("completed");
    assertThat(ended.firstJoinedAt()).isEqualTo(joined.joinedAt());
    assertThat(ended.agents()).hasSize(1);
    assertThat(ended.agents().getFirst().leftAt()).isEqualTo(ended.endedAt());
    JsonNode card =
        visitor.await(
            each ->
                each.path("message").path("clientMessageId").asText().equals(call.id.toString()));
    assertThat(card.path("message").path("text").asText())
        .startsWith("Cuộc gọi video · ")
        .endsWith("Nhân viên 1");
    Api.get(shop.agent(1), "/conversations/" + call.conversation + "/calls")
        .statusCode(200)
        .body("items[0].id", equalTo(call.id.toString()))
        .body("items[0].outcome", equalTo("completed"));
  }

  @Test
  @Rows(part = "CALL-3")
  void ringsOnWhenNoMediaFlowsInTime() {
    call.start("audio");
    UUID claim = call.allocate(shop.agent(0));
    call.join(desk);

    CallRungOn on =
        shop.events().await(EventCatalog.CALL_RUNG_ON, shop.id(), e -> e.callId().equals(call.id));

    assertThat(on.claimId()).isEqualTo(claim);
    assertThat(on.agentId()).isEqualTo(shop.agent(0).id());
    SocketClient other = shop.desk(shop.agent(1));
    call.allocate(shop.agent(1));
    String seat = call.join(other);
    call.connect(other, seat);
    call.state(visitor, "connected");
  }

  @Test
  void signalsReachTheOtherSideAndNobodyElse() {
    call.start("audio");
    call.allocate(shop.agent(0));
    String mine = call.join(visitor);
    String theirs = call.join(desk);
    SocketClient outsider = shop.desk(shop.agent(1));
    SocketClient otherVisitor = shop.visitor();

    // Forged: another visitor with a seat that is not theirs, an agent who is not in the call.
    otherVisitor.send(call.signal(mine, theirs, "forged"));
    outsider.send(call.signal(theirs, mine, "forged"));
    otherVisitor.sync();
    outsider.sync();
    visitor.send(call.signal(mine, theirs, "genuine"));

    JsonNode heard = desk.awaitType("call-signal");
    assertThat(heard.path("description").path("sdp").asText()).isEqualTo("genuine");
    assertThat(heard.path("from").asText()).isEqualTo(mine);
    assertThat(visitor.seen("call-signal")).isEmpty();
    assertThat(outsider.seen("call-signal")).isEmpty();
  }

  @Test
  void otherPeopleDoNotLearnThatACallExists() {
    call.start("audio");
    Business other = Business.withAgents(1);
    try {
      for (SocketClient stranger :
          new SocketClient[] {shop.visitor(), desk, other.visitor(), other.desk(other.owner())}) {
        for (String wish : new String[] {"call-join", "call-leave", "call-decline"}) {
          assertThat(stranger.ask(call.frame(wish)).path("code").asText())
              .isEqualTo("call-not-found");
        }
      }
      Api.get(other.owner(), "/conversations/" + call.conversation + "/calls").statusCode(404);
    } finally {
      other.close();
    }
    call.state(visitor, "ringing");
  }

  @Test
  void endpointsRefuseStrangers() {
    Api.refusesStrangers(shop, "GET", "/conversations/" + UUID.randomUUID() + "/calls");
    Api.refusesStrangers(shop, "GET", "/calls/ice");
    Api.get(shop.owner(), "/conversations/" + UUID.randomUUID() + "/calls").statusCode(404);
    Api.get(shop.agent(0), "/calls/ice").statusCode(200).body("relayOnly", equalTo(false));
  }

  @Test
  @Rows(part = "CALL-1")
  void whoHangsUpBeforeAnybodyJoinedHasCancelled() {
    call.start("audio");
    visitor.ask(call.frame("call-leave"));

    CallEnded ended = call.ended();
    assertThat(ended.outcome()).isEqualTo("cancelled");
    assertThat(ended.firstJoinedAt()).isNull();
    visitor.awaitMessage("Cuộc gọi thoại nhỡ · khách đã gác máy");
    assertThat(visitor.ask(call.frame("call-join")).path("code").asText()).isEqualTo("call-ended");
  }

  @Test
  void saysWhyNobodyAnswers() {
    call.start("audio");
    shop.events()
        .publish(
            EventCatalog.CALL_UNANSWERED,
            call.id.toString(),
            shop.id(),
            new CallUnanswered(
                shop.id(), call.id, shop.departmentId(), "everyone-busy", Instant.now()));

    JsonNode over = call.state(visitor, "ended");
    assertThat(over.path("outcome").asText()).isEqualTo("missed");
    assertThat(over.path("reason").asText()).isEqualTo("everyone-busy");
    assertThat(call.ended().reason()).isEqualTo("everyone-busy");
  }

  @Test
  @Rows(part = "CALL-1")
  void aMissedCallIsCalledBack() {
    call.start("audio");
    visitor.ask(call.frame("call-leave"));
    call.ended();

    Calling back = call.back(desk, "audio");
    JsonNode incoming = back.state(visitor, "ringing");
    assertThat(incoming.path("startedBy").asText()).isEqualTo("agent");
    String agentSeat = back.join(desk);
    back.join(visitor);
    back.state(desk, "claimed");
    back.connect(desk, agentSeat);
    back.state(visitor, "connected");
    CallStarted started =
        shop.events().await(EventCatalog.CALL_STARTED, shop.id(), e -> e.callId().equals(back.id));
    assertThat(started.startedByAgentId()).isEqualTo(shop.agent(0).id());
    desk.ask(back.frame("call-leave"));
    assertThat(back.ended().outcome()).isEqualTo("completed");
  }

  @Test
  @Rows(part = "CALL-4")
  void aSecondAgentIsAskedInAndTheCallOutlivesTheFirst() {
    SocketClient other = shop.desk(shop.agent(1));
    String seat = call.connected(desk, shop.agent(0));
    assertThat(seat).isNotEmpty();

    desk.ask(call.frame("call-invite").put("agentId", shop.agent(1).id().toString()));
    call.state(other, "connected");
    call.connect(other, call.join(other));
    shop.events()
        .await(
            EventCatalog.CALL_JOINED,
            shop.id(),
            e -> e.callId().equals(call.id) && e.agentId().equals(shop.agent(1).id()));
    desk.ask(call.frame("call-leave"));

    shop.events().await(EventCatalog.CALL_LEFT, shop.id(), e -> e.callId().equals(call.id));
    other.ask(call.frame("call-leave"));
    CallEnded ended = call.ended();
    assertThat(ended.outcome()).isEqualTo("completed");
    assertThat(ended.agents()).hasSize(2);
  }

  @Test
  void aReloadedTabFindsItsCallAndTakesItsPlaceAgain() {
    String before = call.connected(desk, shop.agent(0));
    desk.close();

    SocketClient again = shop.desk(shop.agent(0));
    JsonNode held = again.ready().path("calls").path(0);
    assertThat(held.path("id").asText()).isEqualTo(call.id.toString());
    String after = call.join(again);

    assertThat(after).isNotEqualTo(before);
    visitor.await(each -> each.path("call").path("participants").toString().contains(after));
    assertThat(shop.events().present(EventCatalog.CALL_ENDED, shop.id())).isEmpty();
  }

  @Test
  void aCallEverybodyVanishedFromEndsAtTheLastSignOfLife() {
    Instant before = Instant.now();
    call.connected(desk, shop.agent(0));
    desk.close();
    visitor.close();

    CallEnded ended = call.ended();
    assertThat(ended.outcome()).isEqualTo("completed");
    assertThat(ended.reason()).isEqualTo("lost");
    assertThat(ended.endedAt()).isBetween(before, before.plusSeconds(3));
  }

  @Test
  @Rows(part = "MIN-5")
  void withoutMinutesNoCallBeginsAndThoseThatRingEnd() {
    call.start("audio");
    shop.events()
        .publish(
            EventCatalog.CALL_HOLD_REFUSED,
            call.id.toString(),
            shop.id(),
            new CallHoldRefused(shop.id(), call.id, "finish", null));

    assertThat(call.ended().reason()).isEqualTo("minutes-exhausted");
    call.exhaust();
    assertThat(visitor.awaitType("calls").path("off").asText()).isEqualTo("minutes-exhausted");
    ObjectNode again =
        request("call-start")
            .put("callId", UUID.randomUUID().toString())
            .put("conversationId", call.conversation.toString())
            .put("media", "audio");
    assertThat(visitor.ask(again).path("code").asText()).isEqualTo("minutes-exhausted");
    assertThat(shop.visitor().ready().path("callsOff").asText()).isEqualTo("minutes-exhausted");
  }

  @Test
  void aConversationThatBeginsWithACallSaysSo() {
    UUID callId = UUID.randomUUID();
    ObjectNode open = request("open").put("clientConversationId", UUID.randomUUID().toString());
    open.putObject("call").put("callId", callId.toString()).put("media", "audio");

    UUID conversation = UUID.fromString(visitor.ask(open).path("conversationId").asText());

    ConversationOpened opened =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_OPENED,
                shop.id(),
                e -> e.conversationId().equals(conversation));
    assertThat(opened.callId()).isEqualTo(callId);
    assertThat(visitor.awaitType("call").path("call").path("conversationId").asText())
        .isEqualTo(conversation.toString());
  }

  @Test
  void badFramesAreRefusedByName() {
    assertThat(
            visitor
                .ask(request("call-start").put("callId", "x").put("media", "audio"))
                .path("message")
                .asText())
        .startsWith("/callId");
    call.start("audio");
    assertThat(
            visitor
                .ask(call.frame("call-switch").put("media", "hologram"))
                .path("message")
                .asText())
        .startsWith("/media");
    // One call at a time, and the same one again is the same one.
    assertThat(visitor.ask(call.startFrame(call.id, "audio")).path("type").asText())
        .isEqualTo("ack");
    assertThat(visitor.ask(call.startFrame(UUID.randomUUID(), "audio")).path("code").asText())
        .isEqualTo("call-running");
    visitor.send(frame("call-signal").put("callId", call.id.toString()));
    visitor.sync();
  }

  @Test
  void nobodyIsInTwoCalls() {
    call.connected(desk, shop.agent(0));
    SocketClient second = shop.visitor();
    Calling other = new Calling(shop, second);
    other.start("audio");
    UUID claim = other.allocate(shop.agent(0));

    CallRungOn on =
        shop.events().await(EventCatalog.CALL_RUNG_ON, shop.id(), e -> e.callId().equals(other.id));
    assertThat(on.claimId()).isEqualTo(claim);
    other.state(second, "ringing");
    Person busy = shop.agent(0);
    assertThat(desk.ask(other.startFrame(UUID.randomUUID(), "audio")).path("code").asText())
        .as("%s calls back while in a call", busy.name())
        .isIn("agent-in-call", "call-running");
  }
}
