package io.dakenh.livetalk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers and allocations as routing tells them, also twice, late and wrong. */
@QuarkusTest
class RoutingConsumerTest {
  @Inject OfferPruner pruner;

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = visitor.open("Cho em hỏi giá");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "DEP-7")
  void tellsOwnersAtOnceWhenAConversationGoesToTheQueue() {
    SocketClient owner = shop.desk(shop.owner());
    owner.ready();

    shop.events()
        .publish(
            EventCatalog.ALLOCATION_QUEUED,
            conversation.toString(),
            shop.id(),
            new AllocationQueued(
                shop.id(), conversation, shop.departmentId(), "total-time-over", Instant.now()));

    JsonNode waiting = owner.awaitType("waiting");
    assertThat(waiting.path("conversationId").asText()).isEqualTo(conversation.toString());
    assertThat(waiting.path("reason").asText()).isEqualTo("total-time-over");
  }

  @Test
  @Rows(part = {"DEP-3", "TALK-2"})
  void showsAnOfferUntilItEnds() {
    OfferMade offer = offer(Instant.now().plusSeconds(60));
    publish(UUID.randomUUID(), offer);

    JsonNode shown = desk.awaitType("offer").get("offer");
    assertThat(shown.path("id").asText()).isEqualTo(offer.offerId().toString());
    assertThat(shown.path("preview").asText()).isEqualTo("Cho em hỏi giá");
    assertThat(shown.path("serverTime").asText()).isNotEmpty();
    JsonNode later = shop.desk(shop.agent(0)).ready().path("offers");
    assertThat(later).hasSize(1);
    assertThat(later.path(0).path("departmentName").asText()).isEqualTo("Bán hàng");
    assertThat(shop.desk(shop.agent(1)).ready().path("offers")).isEmpty();

    publish(resolved(offer, "withdrawn", shop.agent(1).id()));
    JsonNode ended = desk.awaitType("offer-resolved");
    assertThat(ended.path("outcome").asText()).isEqualTo("withdrawn");
    assertThat(ended.path("acceptedBy").path("name").asText()).isEqualTo("Nhân viên 2");
    assertThat(shop.desk(shop.agent(0)).ready().path("offers")).isEmpty();
  }

  @Test
  void appliesADuplicateOnce() {
    OfferMade offer = offer(Instant.now().plusSeconds(60));
    UUID eventId = UUID.randomUUID();
    publish(eventId, offer);
    publish(eventId, offer);
    publish(UUID.randomUUID(), offer);
    publish(resolved(offer, "expired", null));
    desk.awaitType("offer-resolved");
    assertThat(desk.seen("offer")).hasSize(1);
  }

  @Test
  void doesNotShowAnOfferThatEndedBeforeItWasHeardOf() {
    OfferMade offer = offer(Instant.now().plusSeconds(60));
    publish(resolved(offer, "withdrawn", null));
    publish(UUID.randomUUID(), offer);
    OfferMade next = offer(Instant.now().plusSeconds(60));
    publish(UUID.randomUUID(), next);
    desk.await(frame -> frame.path("offer").path("id").asText().equals(next.offerId().toString()));
    assertThat(desk.seen("offer")).hasSize(1);
  }

  @Test
  void doesNotShowAnExpiredOfferToALaterSocket() {
    OfferMade offer = offer(Instant.now().minus(Duration.ofSeconds(1)));
    publish(UUID.randomUUID(), offer);
    desk.awaitType("offer");
    assertThat(shop.desk(shop.agent(0)).ready().path("offers")).isEmpty();
  }

  @Test
  void forgetsOffersThatEndedLongAgo() {
    OfferMade old = offer(Instant.now().minus(Duration.ofDays(2)));
    OfferMade current = offer(Instant.now().plusSeconds(60));
    publish(UUID.randomUUID(), old);
    publish(UUID.randomUUID(), current);
    desk.await(
        frame -> frame.path("offer").path("id").asText().equals(current.offerId().toString()));
    assertThat(pruner.prune()).isEqualTo(1);
    assertThat(shop.desk(shop.agent(0)).ready().path("offers")).hasSize(1);
  }

  @Test
  @Rows(part = {"DEP-3", "WIN-12"})
  void letsTheAgentJoinOnce() {
    UUID allocationId = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      shop.events()
          .publish(
              EventCatalog.CONVERSATION_ALLOCATED,
              conversation.toString(),
              shop.id(),
              new ConversationAllocated(
                  shop.id(),
                  conversation,
                  allocationId,
                  shop.agent(0).id(),
                  shop.departmentId(),
                  "offer",
                  Instant.now()));
    }
    JsonNode joined = visitor.await(frame -> frame.path("conversation").path("agents").size() == 1);
    assertThat(joined.path("conversation").path("agents").path(0).path("name").asText())
        .isEqualTo("Nhân viên 1");
    shop.allocate(conversation, shop.agent(1));
    JsonNode both = desk.await(frame -> frame.path("conversation").path("agents").size() == 2);
    assertThat(both.path("conversation").path("version").asLong())
        .as("the repetition changed nothing")
        .isEqualTo(joined.path("conversation").path("version").asLong() + 1);
  }

  @Test
  void putsWhatCanNeverBeAppliedAsideAndGoesOn() {
    UUID unknown = UUID.randomUUID();
    shop.allocate(unknown, shop.agent(0));
    shop.events()
        .publish(
            Topic.ROUTING_ALLOCATION.topicName(),
            conversation.toString(),
            EventProbe.headers(
                UUID.randomUUID(),
                EventCatalog.CONVERSATION_ALLOCATED.name(),
                conversation.toString(),
                shop.id()),
            "{\"conversationId\": 7");
    shop.allocate(conversation, shop.agent(0));
    visitor.await(frame -> frame.path("conversation").path("agents").size() == 1);

    String letters = Topic.ROUTING_ALLOCATION.deadLetterName("livetalk-service-routing");
    ProbedEvent missing =
        shop.events().await(letters, event -> unknown.toString().equals(event.key()));
    assertThat(missing.headers()).containsEntry("problem-code", "conversation-not-found");
    ProbedEvent broken =
        shop.events().await(letters, event -> conversation.toString().equals(event.key()));
    assertThat(broken.headers()).containsEntry("problem-code", "event-unreadable");
  }

  @Test
  @Rows(part = "TEN-3")
  void keepsAnotherBusinessOut() {
    try (Business other = Business.withAgents(1)) {
      other.allocate(conversation, other.agent(0));
      String letters = Topic.ROUTING_ALLOCATION.deadLetterName("livetalk-service-routing");
      other.events().await(letters, event -> event.of(other.id()));
    }
    visitor.sync();
    assertThat(visitor.seen(frame -> frame.path("conversation").path("agents").size() > 0))
        .isEmpty();
  }

  private OfferMade offer(Instant expiresAt) {
    return new OfferMade(
        shop.id(),
        UUID.randomUUID(),
        conversation,
        shop.agent(0).id(),
        shop.departmentId(),
        "Bán hàng",
        "livetalk",
        "Lan",
        "Cho em hỏi giá",
        1,
        Instant.now(),
        expiresAt,
        null,
        null,
        null);
  }

  private static OfferResolved resolved(OfferMade offer, String outcome, UUID acceptedBy) {
    return new OfferResolved(
        offer.tenantId(),
        offer.offerId(),
        offer.conversationId(),
        offer.agentId(),
        outcome,
        acceptedBy,
        Instant.now(),
        null,
        null);
  }

  private void publish(UUID eventId, OfferMade offer) {
    shop.events()
        .publish(eventId, EventCatalog.OFFER_MADE, conversation.toString(), shop.id(), offer);
  }

  private void publish(OfferResolved offer) {
    shop.events().publish(EventCatalog.OFFER_RESOLVED, conversation.toString(), shop.id(), offer);
  }
}
