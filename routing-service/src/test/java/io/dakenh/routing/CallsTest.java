package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallRungOn;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.routing.CallAllocated;
import io.dakenh.contracts.routing.CallUnanswered;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls ring by the rules of conversations. */
@QuarkusTest
class CallsTest {
  @Inject DataSource database;
  private Business business;
  private UUID lan;
  private UUID minh;

  @BeforeEach
  void found() {
    business = new Business(database);
    lan = business.onlineAgent("Lan");
    minh = business.onlineAgent("Minh");
  }

  @AfterEach
  void close() {
    business.close();
  }

  private record Call(UUID id, UUID conversationId) {}

  private Call call(UUID conversationId, @Nullable UUID wanted) {
    Call call = new Call(UUID.randomUUID(), conversationId);
    business.probe.publish(
        EventCatalog.CALL_STARTED,
        call.id().toString(),
        business.tenantId,
        new CallStarted(
            business.tenantId,
            call.id(),
            conversationId,
            "livetalk",
            null,
            UUID.randomUUID(),
            "Khách 4821",
            "video",
            Instant.now(),
            wanted,
            null));
    return call;
  }

  private Call call() {
    return call(UUID.randomUUID(), null);
  }

  private OfferMade offer(Call call, UUID agentId) {
    return business.probe.await(
        EventCatalog.OFFER_MADE,
        business.tenantId,
        made -> call.id().equals(made.callId()) && made.agentId().equals(agentId));
  }

  private CallAllocated accept(Call call, UUID agentId) {
    assertThat(business.accept(agentId, offer(call, agentId).offerId()).statusCode())
        .isEqualTo(200);
    return business.probe.await(
        EventCatalog.CALL_ALLOCATED,
        business.tenantId,
        each -> each.callId().equals(call.id()) && each.agentId().equals(agentId));
  }

  private void join(Call call, UUID agentId) {
    business.probe.publish(
        EventCatalog.CALL_JOINED,
        call.id().toString(),
        business.tenantId,
        new CallJoined(business.tenantId, call.id(), agentId, "", Instant.now()));
  }

  private void end(Call call) {
    business.probe.publish(
        EventCatalog.CALL_ENDED,
        call.id().toString(),
        business.tenantId,
        new CallEnded(
            business.tenantId,
            call.id(),
            call.conversationId(),
            UUID.randomUUID(),
            "Khách 4821",
            "video",
            "completed",
            null,
            Instant.now(),
            null,
            Instant.now(),
            List.of(),
            null));
  }

  @Test
  @Rows(part = "DEP-12")
  void ringsOneAfterTheOtherAndPassesOnAtOnce() {
    business.department(Business.SEQUENTIAL, lan, minh);
    Call call = call();

    OfferMade first = offer(call, lan);
    assertThat(first.kind()).isEqualTo("call");
    assertThat(first.media()).isEqualTo("video");
    assertThat(first.conversationId()).isEqualTo(call.conversationId());
    business.decline(lan, first.offerId());

    CallAllocated allocated = accept(call, minh);
    assertThat(allocated.conversationId()).isEqualTo(call.conversationId());
  }

  @Test
  @Rows(part = "DEP-12")
  void asksNobodyWhoIsInACallAlready() {
    business.department(Business.SEQUENTIAL, lan, minh);
    Call first = call();
    accept(first, lan);

    Call second = call();
    offer(second, minh);
    assertThat(
            business.probe.present(EventCatalog.OFFER_MADE, business.tenantId).stream()
                .filter(made -> second.id().equals(made.callId()))
                .map(OfferMade::agentId))
        .containsExactly(minh);
    accept(second, minh);

    Call third = call();
    CallUnanswered busy =
        business.probe.await(
            EventCatalog.CALL_UNANSWERED,
            business.tenantId,
            each -> each.callId().equals(third.id()));
    assertThat(busy.reason()).isEqualTo("everyone-busy");

    // And who is free again is asked again.
    end(first);
    business.awaitCount(
        0,
        "select count(*) from agent_call where tenant_id = ? and agent_id = ?",
        business.tenantId,
        lan);
    offer(call(), lan);
  }

  @Test
  @Rows(part = "CALL-3")
  void ringsOnWithTheOthersWhenAClaimCameToNothing() {
    business.department(Business.SEQUENTIAL, lan, minh);
    Call call = call();
    CallAllocated claim = accept(call, lan);
    CallRungOn on =
        new CallRungOn(business.tenantId, call.id(), claim.claimId(), lan, Instant.now());
    business.probe.publish(EventCatalog.CALL_RUNG_ON, call.id().toString(), business.tenantId, on);

    CallAllocated second = accept(call, minh);
    assertThat(second.claimId()).isNotEqualTo(claim.claimId());

    // An old claim that lapses again changes nothing.
    business.probe.publish(EventCatalog.CALL_RUNG_ON, call.id().toString(), business.tenantId, on);
    end(call);
    business.awaitState(call.id(), "closed");
    assertThat(business.probe.present(EventCatalog.CALL_ALLOCATED, business.tenantId)).hasSize(2);
  }

  @Test
  @Rows(part = "DEP-12")
  void nobodyOnlineIsSaidAtOnceAndNothingWaitsInAQueue() {
    business.presence(lan, "offline");
    business.presence(minh, "away");
    business.department(Business.ALL, lan, minh);
    Call call = call();

    CallUnanswered none =
        business.probe.await(
            EventCatalog.CALL_UNANSWERED,
            business.tenantId,
            each -> each.callId().equals(call.id()));
    assertThat(none.reason()).isEqualTo("nobody-online");
    business.awaitState(call.id(), "closed");
  }

  @Test
  @Rows(part = "DEP-12")
  void ofTwoWhoAnswerOneWins() {
    business.department(Business.ALL, lan, minh);
    Call call = call();
    UUID mine = offer(call, lan).offerId();
    UUID theirs = offer(call, minh).offerId();

    List<Integer> answers =
        List.of(business.accept(lan, mine), business.accept(minh, theirs)).stream()
            .map(answer -> answer.statusCode())
            .toList();

    assertThat(answers).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void whoServesTheConversationIsAskedFirst() {
    business.department(Business.SEQUENTIAL, lan, minh);
    Call call = call(UUID.randomUUID(), minh);

    offer(call, minh);
    assertThat(
            business.probe.present(EventCatalog.OFFER_MADE, business.tenantId).stream()
                .filter(made -> call.id().equals(made.callId()))
                .map(OfferMade::agentId))
        .containsExactly(minh);
  }

  @Test
  void aConversationThatBeginsWithACallGoesToWhoAnswersIt() {
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = openBy(UUID.randomUUID());
    business.awaitState(conversation, "waiting");
    Call call = held(conversation);
    accept(call, lan);
    join(call, lan);

    ConversationAllocated allocated =
        business.probe.await(
            EventCatalog.CONVERSATION_ALLOCATED,
            business.tenantId,
            each -> each.conversationId().equals(conversation));
    assertThat(allocated.agentId()).isEqualTo(lan);
    assertThat(allocated.cause()).isEqualTo("call");
    assertThat(business.offersOf(conversation)).allMatch(made -> made.callId() != null);
  }

  @Test
  void aConversationWhoseCallNobodyAnsweredIsOfferedAfterwards() {
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = openBy(UUID.randomUUID());
    Call call = held(conversation);
    offer(call, lan);

    end(call);

    business.probe.await(
        EventCatalog.OFFER_MADE,
        business.tenantId,
        made -> made.conversationId().equals(conversation) && made.callId() == null);
  }

  private final UUID callId = UUID.randomUUID();

  private Call held(UUID conversation) {
    Call call = new Call(callId, conversation);
    business.probe.publish(
        EventCatalog.CALL_STARTED,
        callId.toString(),
        business.tenantId,
        new CallStarted(
            business.tenantId,
            callId,
            conversation,
            "livetalk",
            null,
            UUID.randomUUID(),
            "Khách 4821",
            "audio",
            Instant.now(),
            null,
            null));
    return call;
  }

  private UUID openBy(UUID conversation) {
    ConversationOpened plain = business.opened(conversation, null);
    business.probe.publish(
        EventCatalog.CONVERSATION_OPENED,
        conversation.toString(),
        business.tenantId,
        new ConversationOpened(
            plain.tenantId(),
            conversation,
            plain.channelKind(),
            null,
            plain.visitorId(),
            plain.visitorName(),
            "",
            plain.openedAt(),
            null,
            callId));
    business.awaitCount(
        1,
        "select count(*) from allocation where tenant_id = ? and conversation_id = ?",
        business.tenantId,
        conversation);
    return conversation;
  }
}
