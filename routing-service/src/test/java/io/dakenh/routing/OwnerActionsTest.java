package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an owner does about conversations that wait. */
@QuarkusTest
class OwnerActionsTest {
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
  @Rows(part = {"DEP-7", "DEP-11"})
  void r8_routesAgainWhatIsStuck() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.SEQUENTIAL, lan);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    Response again = routeAgain(business.ownerToken(), conversation);

    // Then
    assertThat(again.statusCode()).isEqualTo(204);
    assertThat(business.awaitResolved(first.offerId()).outcome()).isEqualTo("withdrawn");
    await().until(() -> business.offersOf(conversation).size() == 2);
    assertThat(
            Business.as(business.ownerToken())
                .get("/api/v1/conversations/{id}/timeline", conversation)
                .jsonPath()
                .getList("items.kind", String.class))
        .containsExactly(
            "opened", "started", "offered", "withdrawn", "routed-again", "started", "offered");
  }

  @Test
  @Rows(part = "DEP-7")
  void r8_assignsByHandAndTellsWhoItIsWith() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);

    // When: also to somebody who is not of the department
    Response assigned = assign(business.ownerToken(), conversation, minh.toString());

    // Then
    assertThat(assigned.statusCode()).as(assigned.body().asString()).isEqualTo(200);
    assertThat(business.awaitResolved(offer.offerId()).outcome()).isEqualTo("withdrawn");
    ConversationAllocated allocated =
        business.probe.await(
            EventCatalog.CONVERSATION_ALLOCATED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(allocated.agentId()).isEqualTo(minh);
    assertThat(allocated.cause()).isEqualTo("assigned");
    assertThat(assign(business.ownerToken(), conversation, minh.toString()).statusCode())
        .as("again")
        .isEqualTo(200);
    Response other = assign(business.ownerToken(), conversation, lan.toString());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.jsonPath().getString("acceptedBy.name")).isEqualTo("Minh");
    assertThat(routeAgain(business.ownerToken(), conversation).jsonPath().getString("code"))
        .isEqualTo("conversation-not-queued");
  }

  @Test
  void refusesWhatCannotBe() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID away = business.agent("Vắng");
    business.department(Business.SEQUENTIAL, lan);
    UUID conversation = business.open(null);
    business.awaitOffer(conversation, lan);
    String owner = business.ownerToken();

    // Then
    problem(assign(owner, conversation, away.toString()), 422, "agent-unreachable");
    problem(assign(owner, conversation, UUID.randomUUID().toString()), 422, "agent-unreachable");
    Response nobody = assign(owner, conversation, null);
    problem(nobody, 400, "validation-failed");
    assertThat(nobody.jsonPath().getString("errors[0].pointer")).isEqualTo("/agentId");
    problem(assign(business.token(lan), conversation, lan.toString()), 403, "role-required");
    problem(routeAgain(business.token(lan), conversation), 403, "role-required");
    String foreign = Tokens.owner(UUID.randomUUID());
    problem(routeAgain(foreign, conversation), 404, "conversation-not-found");
    problem(assign(foreign, conversation, lan.toString()), 404, "conversation-not-found");
    assertThat(business.offersOf(conversation)).hasSize(1);
  }

  private static Response routeAgain(String token, UUID conversation) {
    return Business.as(token).post("/api/v1/queue/{id}/route-again", conversation);
  }

  private static Response assign(String token, UUID conversation, @Nullable String agentId) {
    return Business.as(token)
        .contentType("application/json")
        .body(agentId == null ? "{}" : "{\"agentId\": \"" + agentId + "\"}")
        .post("/api/v1/queue/{id}/assign", conversation);
  }

  private static void problem(Response response, int status, String code) {
    assertThat(response.statusCode()).as(response.body().asString()).isEqualTo(status);
    assertThat(response.jsonPath().getString("code")).isEqualTo(code);
  }
}
