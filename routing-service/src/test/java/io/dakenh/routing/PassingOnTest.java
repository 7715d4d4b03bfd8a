package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.Business.Rules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers, rounds, the queue and the timeline, on the real clock of the real database. */
@QuarkusTest
class PassingOnTest {
  private static final Rules QUICK = new Rules("sequential", 5, 30);

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
  @Rows(
      value = "DEP-2",
      part = {"DEP-5", "DEP-11"})
  void passesOnWhenTheTimeIsOverAndNeverBefore() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(QUICK, lan, minh);

    // When
    UUID conversation = business.open(null);

    // Then
    OfferMade first = business.awaitOffer(conversation, lan);
    assertThat(business.offersOf(conversation)).hasSize(1);
    OfferMade second = business.awaitOffer(conversation, minh);
    assertThat(business.awaitResolved(first.offerId()).outcome()).isEqualTo("expired");
    assertThat(Duration.between(first.expiresAt(), second.madeAt()))
        .isBetween(Duration.ZERO, Duration.ofSeconds(1));
    Response late = business.accept(lan, first.offerId());
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("code")).isEqualTo("offer-expired");
    assertThat(kinds(conversation, business.token(minh)))
        .containsExactly("opened", "started", "offered", "expired", "offered");
  }

  @Test
  @Rows(part = "DEP-7")
  void passesOnAtOnceWhenAnAgentDeclines() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    Response declined = business.decline(lan, first.offerId());

    // Then
    assertThat(declined.statusCode()).isEqualTo(204);
    OfferMade second = business.awaitOffer(conversation, minh);
    assertThat(second.madeAt()).isBefore(first.expiresAt());
    assertThat(business.decline(lan, first.offerId()).statusCode())
        .as("declining again changes nothing")
        .isEqualTo(204);
    Response changedMind = business.accept(lan, first.offerId());
    assertThat(changedMind.statusCode()).isEqualTo(409);
    assertThat(changedMind.jsonPath().getString("outcome")).isEqualTo("declined");
    assertThat(business.accept(minh, second.offerId()).statusCode()).isEqualTo(200);
    Response tooLate = business.accept(lan, first.offerId());
    assertThat(tooLate.jsonPath().getString("acceptedBy.name")).isEqualTo("Minh");
  }

  @Test
  @Rows(part = "DEP-7")
  void passesOnAtOnceWhenTheOneAskedGoesOffline() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    business.presence(lan, "offline");

    // Then
    assertThat(business.awaitResolved(first.offerId()).outcome()).isEqualTo("withdrawn");
    business.awaitOffer(conversation, minh);
  }

  @Test
  @Rows(part = "DEP-7")
  void asksTheOnlyOneThereAgainInTheNextRound() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(QUICK, lan);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    await().until(() -> business.offersOf(conversation).size() == 2);

    // Then
    OfferMade second = business.offersOf(conversation).getLast();
    assertThat(second.round()).isEqualTo(2);
    assertThat(second.madeAt()).isAfterOrEqualTo(first.expiresAt());
    assertThat(Duration.between(first.expiresAt(), second.madeAt()))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(business.accept(lan, second.offerId()).statusCode()).isEqualTo(200);
  }

  @Test
  @Rows(part = {"WIN-10", "DEP-11"})
  void asksWhomTheVisitorChoseFirstAndTellsSo() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID hoa = business.agent("Hoa");
    UUID department = business.department(Business.ALL, lan, minh, hoa);

    // When
    UUID conversation = business.openFor(minh, department);

    // Then
    OfferMade first = business.awaitOffer(conversation, minh);
    assertThat(business.offersOf(conversation)).hasSize(1);
    assertThat(business.decline(minh, first.offerId()).statusCode()).isEqualTo(204);
    OfferMade second = business.awaitOffer(conversation, lan);
    assertThat(business.accept(lan, second.offerId()).statusCode()).isEqualTo(200);

    // And when the one who was chosen is not there
    UUID other = business.openFor(hoa, department);
    business.awaitOffer(other, lan);
    business.awaitOffer(other, minh);
    assertThat(kinds(other, business.token(lan)))
        .containsExactly("opened", "started", "wanted-unavailable", "offered", "offered");
  }

  @Test
  @Rows(part = "DEP-4")
  void drawsOneAtATimeInRandomModeAndTriesEveryoneInARound() {
    // Given
    List<UUID> agents = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      agents.add(business.onlineAgent("Nhân viên " + i));
    }
    business.department(new Rules("random", 20, 300), agents.toArray(UUID[]::new));

    // When
    UUID conversation = business.open(null);
    List<UUID> asked = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int count = i;
      await().until(() -> business.offersOf(conversation).size() == count);
      OfferMade latest = business.offersOf(conversation).getLast();
      asked.add(latest.agentId());
      business.decline(latest.agentId(), latest.offerId());
    }

    // Then
    assertThat(Set.copyOf(asked)).isEqualTo(Set.copyOf(agents));
    assertThat(asked).doesNotHaveDuplicates();
  }

  @Test
  @Rows(part = {"DEP-7", "DEP-8", "DEP-11"})
  void queuesAfterTheTotalTimeWhereAnyoneOfTheDepartmentMayTakeIt() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.agent("Minh");
    UUID stranger = business.onlineAgent("Bộ phận khác");
    UUID department = business.department(Business.ALL, lan, minh);
    business.department(UUID.randomUUID(), Business.ALL, false, false, null, stranger);
    UUID conversation = business.open(department);
    OfferMade offer = business.awaitOffer(conversation, lan);
    assertThat(take(minh, conversation).jsonPath().getString("code"))
        .as("agents wait until it is in the queue")
        .isEqualTo("conversation-not-queued");

    // When
    timeIsOver(conversation);

    // Then
    AllocationQueued queued =
        business.probe.await(
            EventCatalog.ALLOCATION_QUEUED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(queued.reason()).isEqualTo("total-time-over");
    assertThat(business.awaitResolved(offer.offerId()).outcome()).isEqualTo("expired");
    assertThat(queueOf(business.token(minh))).containsExactly(conversation.toString());
    assertThat(queueOf(business.ownerToken())).containsExactly(conversation.toString());
    assertThat(queueOf(business.token(stranger))).isEmpty();
    assertThat(take(stranger, conversation).statusCode()).isEqualTo(404);
    Response taken = take(minh, conversation);
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.jsonPath().getString("conversationId")).isEqualTo(conversation.toString());
    assertThat(take(minh, conversation).body().asString()).isEqualTo(taken.body().asString());
    Response second = take(lan, conversation);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.jsonPath().getString("acceptedBy.name")).isEqualTo("Minh");
    ConversationAllocated allocated =
        business.probe.await(
            EventCatalog.CONVERSATION_ALLOCATED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(allocated.cause()).isEqualTo("taken");
    assertThat(allocated.agentId()).isEqualTo(minh);
    assertThat(queueOf(business.token(lan))).isEmpty();
    assertThat(kinds(conversation, business.ownerToken()))
        .containsExactly("opened", "started", "offered", "expired", "queued", "joined");
  }

  @Test
  @Rows(part = "DEP-7")
  void asksWhoeverComesOnlineAboutTheOldestInTheQueueFirst() throws SQLException {
    // Given: seven conversations whose time is over, nobody there
    UUID lan = business.agent("Lan");
    business.department(Business.SEQUENTIAL, lan);
    List<UUID> waiting = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID conversation = business.open(null);
      business.awaitState(conversation, "queued");
      timeIsOver(conversation);
      waiting.add(conversation);
    }

    // When
    business.presence(lan, "online");

    // Then: the five oldest, and one more for each that is answered
    waiting.subList(0, 5).forEach(conversation -> business.awaitOffer(conversation, lan));
    List<OfferMade> made = business.probe.present(EventCatalog.OFFER_MADE, business.tenantId);
    assertThat(made)
        .extracting(OfferMade::conversationId)
        .containsExactlyElementsOf(waiting.subList(0, 5));
    business.decline(lan, made.get(0).offerId());
    business.awaitOffer(waiting.get(5), lan);
    business.accept(lan, made.get(1).offerId());
    business.awaitOffer(waiting.get(6), lan);
  }

  @Test
  @Rows(part = "DEP-7")
  void asksAgainAboutTheQueueWhenAnAgentBecomesFree() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID busyWith = business.open(null);
    business.accept(lan, business.awaitOffer(busyWith, lan).offerId());
    UUID conversation = business.open(null);
    OfferMade ignored = business.awaitOffer(conversation, lan);
    timeIsOver(conversation);
    business.awaitResolved(ignored.offerId());

    // When
    business.close(busyWith);

    // Then
    await().until(() -> business.offersOf(conversation).size() == 2);
  }

  @Test
  @Rows(part = "DEP-6")
  void movesWhatWaitsToTheSuccessorOfADeletedDepartment() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID sales = UUID.randomUUID();
    business.department(sales, Business.SEQUENTIAL, false, false, null, lan);
    UUID support = UUID.randomUUID();
    business.department(support, Business.SEQUENTIAL, true, false, null, minh);
    UUID conversation = business.open(sales);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    business.department(sales, Business.SEQUENTIAL, false, true, support, lan);

    // Then
    assertThat(business.awaitResolved(first.offerId()).outcome()).isEqualTo("withdrawn");
    assertThat(business.awaitOffer(conversation, minh).departmentId()).isEqualTo(support);
  }

  @Test
  void queuesWhenTheDepartmentIsEmptiedAndWithdrawsFromWhoIsDeactivated() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID department = business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    business.staff(lan, false);

    // Then
    assertThat(business.awaitResolved(first.offerId()).outcome()).isEqualTo("withdrawn");
    business.awaitOffer(conversation, minh);

    // When
    business.department(department, Business.SEQUENTIAL, true, false, null);

    // Then
    business.awaitState(conversation, "queued");
  }

  @Test
  void keepsAConversationWhoseDepartmentIsNotKnownYet() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID department = UUID.randomUUID();
    UUID conversation = business.open(department);
    business.awaitState(conversation, "waiting");

    // When
    business.department(department, Business.ALL, false, false, null, lan);

    // Then
    business.awaitOffer(conversation, lan);
  }

  @Test
  void givesAConversationOfAnUnknownDepartmentToTheDefaultAfterAWhile() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID department = business.department(Business.ALL, lan);
    UUID conversation = business.open(UUID.randomUUID());
    business.awaitState(conversation, "waiting");

    // When
    business.execute(
        """
        update allocation set opened_at = opened_at - interval '1 hour', next_due = clock_timestamp()
        where tenant_id = ? and conversation_id = ?""",
        business.tenantId,
        conversation);

    // Then
    assertThat(business.awaitOffer(conversation, lan).departmentId()).isEqualTo(department);
  }

  private Response take(UUID agentId, UUID conversationId) {
    return Business.as(business.token(agentId)).post("/api/v1/queue/{id}/take", conversationId);
  }

  private static List<String> queueOf(String token) {
    return Business.as(token)
        .get("/api/v1/queue")
        .jsonPath()
        .getList("items.conversationId", String.class);
  }

  private static List<String> kinds(UUID conversation, String token) {
    JsonPath timeline =
        Business.as(token).get("/api/v1/conversations/{id}/timeline", conversation).jsonPath();
    return timeline.getList("items.kind", String.class);
  }

  /** Moves the deadlines instead of the clock: the total time of this conversation is over now. */
  private void timeIsOver(UUID conversation) throws SQLException {
    business.execute(
        """
        update offer set expires_at = clock_timestamp() where tenant_id = ? and conversation_id = ? and state = 'pending'""",
        business.tenantId,
        conversation);
    business.execute(
        """
        update allocation set total_deadline = clock_timestamp(), next_due = clock_timestamp()
        where tenant_id = ? and conversation_id = ?""",
        business.tenantId,
        conversation);
  }
}
