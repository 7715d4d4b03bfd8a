package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.VisitorErased;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicates, late and broken events. */
@QuarkusTest
class EventsInTest {
  @Inject DataSource database;
  private Business business;

  @BeforeEach
  void found() {
    business = new Business(database);
  }

  @AfterEach
  void close() {
    business.close();
  }

  @Test
  void allocatesOnceHoweverOftenTheOpeningIsToldOf() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID conversation = UUID.randomUUID();
    UUID eventId = UUID.randomUUID();

    // When: the same event twice, then the same opening as another event
    for (UUID id : new UUID[] {eventId, eventId, UUID.randomUUID()}) {
      business.probe.publish(
          id,
          EventCatalog.CONVERSATION_OPENED,
          conversation.toString(),
          business.tenantId,
          business.opened(conversation, null));
    }
    UUID last = business.open(null);

    // Then
    business.awaitOffer(last, lan);
    business.awaitOffer(conversation, lan);
    assertThat(business.offersOf(conversation)).hasSize(1);
    assertThat(
            business.count(
                "select count(*) from allocation_step where tenant_id = ? and conversation_id = ? and kind = 'opened'",
                business.tenantId,
                conversation))
        .isEqualTo(1);
  }

  @Test
  @Rows(part = "TALK-10")
  void forgetsWhomItIsToldToForget() throws SQLException {
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID conversation = business.open(null);
    UUID other = business.open(null);
    business.awaitOffer(other, lan);

    business.probe.publish(
        EventCatalog.VISITOR_ERASED,
        UUID.randomUUID().toString(),
        business.tenantId,
        new VisitorErased(
            business.tenantId, UUID.randomUUID(), List.of(conversation), "request", Instant.now()));

    String named =
        "select count(*) from allocation where tenant_id = ? and conversation_id = ? and visitor_name <> ''";
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(business.count(named, business.tenantId, conversation)).isZero());
    assertThat(business.count(named, business.tenantId, other)).isEqualTo(1);
  }

  @Test
  void ignoresPresenceOlderThanWhatItKnows() {
    // Given
    UUID lan = business.agent("Lan");
    business.presence(lan, "online", 20);
    business.presence(lan, "offline", 19);
    business.presence(lan, "away", 20);
    UUID marker = business.onlineAgent("Sau cùng");
    business.department(Business.ALL, lan, marker);

    // When
    UUID conversation = business.open(null);

    // Then
    business.awaitOffer(conversation, marker);
    business.awaitOffer(conversation, lan);
  }

  @Test
  void knowsPresenceThatWasHeardOfBeforeThePerson() {
    // Given
    UUID stranger = UUID.randomUUID();
    business.presence(stranger, "online");
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, stranger, lan);

    // When
    UUID conversation = business.open(null);

    // Then
    business.awaitOffer(conversation, lan);
    assertThat(business.offersOf(conversation)).hasSize(1);

    // When
    business.staff(stranger, true);

    // Then
    business.awaitOffer(conversation, stranger);
  }

  @Test
  void neverOpensWhatWasClosedBefore() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID conversation = UUID.randomUUID();
    business.probe.publish(
        EventCatalog.CONVERSATION_CLOSED,
        conversation.toString(),
        business.tenantId,
        new ConversationClosed(business.tenantId, conversation, "visitor", Instant.now()));
    business.awaitState(conversation, "closed");

    // When
    business.probe.publish(
        EventCatalog.CONVERSATION_OPENED,
        conversation.toString(),
        business.tenantId,
        business.opened(conversation, null));
    UUID last = business.open(null);

    // Then
    business.awaitOffer(last, lan);
    assertThat(business.offersOf(conversation)).isEmpty();
  }

  @Test
  void buriesWhatItCannotReadAndGoesOn() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    Topic topic = Topic.LIVETALK_CONVERSATION;
    UUID broken = UUID.randomUUID();
    UUID twoTenants = UUID.randomUUID();
    Map<String, String> headers =
        EventProbe.headers(
            broken, EventCatalog.CONVERSATION_OPENED.name(), broken.toString(), business.tenantId);

    // When
    business.probe.publish(topic.topicName(), broken.toString(), headers, "{\"conversationId\": 7");
    business.probe.publish(
        twoTenants,
        EventCatalog.CONVERSATION_OPENED,
        twoTenants.toString(),
        UUID.randomUUID(),
        business.opened(UUID.randomUUID(), null));
    UUID conversation = business.open(null);

    // Then
    business.awaitOffer(conversation, lan);
    String letters = topic.deadLetterName("routing-service");
    ProbedEvent unreadable =
        business.probe.await(letters, event -> broken.toString().equals(event.key()));
    assertThat(unreadable.headers()).containsEntry("problem-code", "event-unreadable");
    ProbedEvent foreign =
        business.probe.await(letters, event -> twoTenants.toString().equals(event.key()));
    assertThat(foreign.headers()).containsEntry("problem-code", "event-not-applicable");
  }

  @Test
  void passesOverAVersionItDoesNotKnow() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID future = UUID.randomUUID();

    // When
    business.probe.publish(
        Topic.LIVETALK_CONVERSATION.topicName(),
        future.toString(),
        EventProbe.headers(
            future,
            "io.dakenh.livetalk.conversation.opened.v9",
            future.toString(),
            business.tenantId),
        "{}");
    UUID conversation = business.open(null);

    // Then
    business.awaitOffer(conversation, lan);
  }
}
