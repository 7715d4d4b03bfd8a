package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.Business.Extras;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations that are handed on, reopened, or come from visitors who were here before. */
@QuarkusTest
class AllocatedAgainTest {
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
  @Rows(part = {"DEP-9", "DEP-11"})
  void asksTheOthersAboutAConversationThatIsHandedOn() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID department = business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    Response first = business.accept(lan, business.awaitOffer(conversation, lan).offerId());

    // When
    business.transfer(conversation, UUID.randomUUID(), department, null, lan);

    // Then
    OfferMade toMinh = business.awaitOffer(conversation, minh);
    assertThat(toMinh.round()).isEqualTo(1);
    Response second = business.accept(minh, toMinh.offerId());
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.jsonPath().getString("allocationId"))
        .as("another binding")
        .isNotEqualTo(first.jsonPath().getString("allocationId"));
    await().until(() -> bindings(conversation).size() == 2);
    assertThat(bindings(conversation))
        .extracting(ConversationAllocated::agentId)
        .containsExactly(lan, minh);
    assertThat(bindings(conversation))
        .extracting(ConversationAllocated::allocationId)
        .doesNotHaveDuplicates();
    assertThat(kinds(conversation))
        .containsExactly(
            "opened",
            "started",
            "offered",
            "accepted",
            "joined",
            "handed-on",
            "started",
            "offered",
            "accepted",
            "joined");
  }

  @Test
  @Rows(part = "DEP-9")
  void asksWhoeverItIsHandedToFirstAndAcrossDepartments() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID hoa = business.onlineAgent("Hoa");
    business.department(Business.SEQUENTIAL, lan);
    UUID support = UUID.randomUUID();
    business.department(support, Business.SEQUENTIAL, false, false, null, minh, hoa);
    UUID conversation = business.open(null);
    business.accept(lan, business.awaitOffer(conversation, lan).offerId());

    // When: no department is named, and Hoa is second in hers
    business.transfer(conversation, UUID.randomUUID(), null, hoa, lan);

    // Then
    OfferMade offer = business.awaitOffer(conversation, hoa);
    assertThat(offer.departmentId()).isEqualTo(support);
    business.decline(hoa, offer.offerId());
    business.awaitOffer(conversation, minh);
  }

  @Test
  @Rows(part = "DEP-9")
  void asksWhoHandedItOnWhenNobodyElseIsThere() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.agent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    business.accept(lan, business.awaitOffer(conversation, lan).offerId());

    // When
    business.transfer(conversation, UUID.randomUUID(), null, null, lan);

    // Then
    await().until(() -> business.offersOf(conversation).size() == 2);
    assertThat(business.offersOf(conversation).getLast().agentId()).isEqualTo(lan);
  }

  @Test
  void handsOnOnceHoweverOftenItIsTold() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    business.accept(lan, business.awaitOffer(conversation, lan).offerId());
    UUID transfer = UUID.randomUUID();
    business.transfer(conversation, transfer, null, null, lan);
    business.accept(minh, business.awaitOffer(conversation, minh).offerId());

    // When: another event of the same handing on, late
    business.transfer(conversation, transfer, null, null, lan);
    UUID marker = business.open(null);
    business.awaitOffer(marker, lan);

    // Then
    business.awaitState(conversation, "allocated");
    assertThat(business.offersOf(conversation)).hasSize(2);
  }

  @Test
  @Rows(part = "DEP-10")
  void r7_asksThePreviousAgentOfAReopenedConversationOnlyIfThere() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);
    business.decline(lan, first.offerId());
    business.accept(minh, business.awaitOffer(conversation, minh).offerId());
    business.close(conversation);
    business.awaitState(conversation, "closed");

    // When Minh is there
    business.reopen(conversation, UUID.randomUUID(), null, minh);

    // Then
    await().until(() -> business.offersOf(conversation).size() == 3);
    OfferMade again = business.offersOf(conversation).getLast();
    assertThat(again.agentId()).as("second in the list, first by acquaintance").isEqualTo(minh);
    business.accept(minh, again.offerId());
    business.close(conversation);
    business.awaitState(conversation, "closed");

    // When Minh is not there
    business.presence(minh, "offline");
    business.reopen(conversation, UUID.randomUUID(), null, minh);

    // Then
    await().until(() -> business.offersOf(conversation).size() == 4);
    assertThat(business.offersOf(conversation).getLast().agentId()).isEqualTo(lan);
  }

  @Test
  void countsAReopenedConversationForWhoReopenedItAndAsksNobody() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID department = business.department(Business.SEQUENTIAL, lan);
    UUID conversation = business.open(null);
    business.accept(lan, business.awaitOffer(conversation, lan).offerId());
    business.close(conversation);
    business.awaitState(conversation, "closed");

    // When
    business.reopen(conversation, UUID.randomUUID(), lan, lan);

    // Then
    business.awaitState(conversation, "allocated");
    assertThat(business.offersOf(conversation)).hasSize(1);
    assertThat(
            business.count(
                "select count(*) from allocation where conversation_id = ? and winner_id = ? and department_id = ?",
                conversation,
                lan,
                department))
        .isEqualTo(1);
    assertThat(kinds(conversation)).endsWith("closed", "reopened", "joined");
  }

  @Test
  @Rows(part = "DEP-10")
  void bringsAVisitorWhoComesBackToWhomTheyTalkedToWhereTheDepartmentWantsThat() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID department = UUID.randomUUID();
    business.department(department, Business.SEQUENTIAL, new Extras(null, true, null), lan, minh);
    UUID visitor = UUID.randomUUID();
    UUID earlier = business.openOf(visitor);
    business.decline(lan, business.awaitOffer(earlier, lan).offerId());
    business.accept(minh, business.awaitOffer(earlier, minh).offerId());
    business.close(earlier);
    business.awaitState(earlier, "closed");

    // When
    UUID again = business.openOf(visitor);

    // Then
    OfferMade offer = business.awaitOffer(again, minh);
    assertThat(business.offersOf(again)).hasSize(1);
    assertThat(reasons(again)).contains("served-before");
    business.accept(minh, offer.offerId());
    business.close(again);
    business.awaitState(again, "closed");

    // And where it does not
    business.department(department, Business.SEQUENTIAL, new Extras(null, false, null), lan, minh);
    UUID third = business.openOf(visitor);
    business.awaitOffer(third, lan);
  }

  @Test
  @Rows(part = "DEP-7")
  void r1_offersAgainWhatAnAgentJoinedAndLeftWithoutAWord() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID silent = business.open(null);
    business.accept(lan, business.awaitOffer(silent, lan).offerId());
    UUID answered = business.open(null);
    business.accept(lan, business.awaitOffer(answered, lan).offerId());
    business.say(answered, "agent", lan);
    business.say(silent, "visitor", UUID.randomUUID());
    business.awaitCount(
        1,
        "select count(*) from allocation where conversation_id = ? and answered_at is not null",
        answered);

    // When Lan has been offline for longer than the grace
    business.presence(lan, "offline");
    business.awaitCount(
        1,
        "select count(*) from allocation where conversation_id = ? and next_due > clock_timestamp()",
        silent);
    business.execute(
        "update agent set presence_since = clock_timestamp() - interval '1 minute' where id = ?",
        lan);
    business.execute(
        "update allocation set next_due = clock_timestamp() where conversation_id = ?", silent);

    // Then
    business.awaitOffer(silent, minh);
    assertThat(kinds(silent)).contains("taken-back");
    business.awaitState(answered, "allocated");
    assertThat(business.offersOf(answered)).hasSize(1);
  }

  @Test
  void leavesAConversationWithAnAgentWhoComesBackWithinTheGrace() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.SEQUENTIAL, lan);
    UUID conversation = business.open(null);
    business.accept(lan, business.awaitOffer(conversation, lan).offerId());
    business.presence(lan, "offline");
    business.awaitCount(
        1,
        "select count(*) from allocation where conversation_id = ? and next_due > clock_timestamp()",
        conversation);

    // When
    business.presence(lan, "online");
    business.execute(
        "update allocation set next_due = clock_timestamp() where conversation_id = ?",
        conversation);

    // Then
    business.awaitCount(
        1,
        "select count(*) from allocation where conversation_id = ? and state = 'allocated' and next_due is null",
        conversation);
  }

  private List<ConversationAllocated> bindings(UUID conversation) {
    return business.probe.present(EventCatalog.CONVERSATION_ALLOCATED, business.tenantId).stream()
        .filter(event -> event.conversationId().equals(conversation))
        .toList();
  }

  private List<String> kinds(UUID conversation) {
    return timeline(conversation).jsonPath().getList("items.kind", String.class);
  }

  private List<String> reasons(UUID conversation) {
    return timeline(conversation).jsonPath().getList("items.reason", String.class);
  }

  private Response timeline(UUID conversation) {
    return Business.as(business.ownerToken())
        .get("/api/v1/conversations/{id}/timeline", conversation);
  }
}
