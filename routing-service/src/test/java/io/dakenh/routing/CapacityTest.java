package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.Business.Extras;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many conversations a person has at a time. */
@QuarkusTest
class CapacityTest {
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
  @Rows(part = "DEP-10")
  void passesOverWhoHasAsManyAsTheDepartmentAllows() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, Extras.capacity(1), lan, minh);
    UUID first = business.open(null);
    business.accept(lan, business.awaitOffer(first, lan).offerId());

    // When
    UUID second = business.open(null);

    // Then
    business.awaitOffer(second, minh);
    assertThat(business.offersOf(second)).extracting(OfferMade::agentId).containsExactly(minh);
  }

  @Test
  @Rows(part = "DEP-10")
  void letsThePersonsOwnNumberGoBeforeTheDepartments() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.capacity(lan, 2);
    business.department(Business.SEQUENTIAL, Extras.capacity(1), lan);

    // When
    for (int i = 0; i < 2; i++) {
      UUID conversation = business.open(null);
      assertThat(
              business.accept(lan, business.awaitOffer(conversation, lan).offerId()).statusCode())
          .isEqualTo(200);
    }
    UUID third = business.open(null);

    // Then
    AllocationQueued queued =
        business.probe.await(
            EventCatalog.ALLOCATION_QUEUED,
            business.tenantId,
            event -> event.conversationId().equals(third));
    assertThat(queued.reason()).isEqualTo("everyone-busy");

    // And when the owner gives Lan room for one more
    business.capacity(lan, 3);
    business.awaitOffer(third, lan);
  }

  @Test
  @Rows(part = "DEP-10")
  void neverLetsManyAcceptsAtOnceGoOverTheLimit() throws Exception {
    // Given: forty offers to one person who may have three
    UUID lan = business.onlineAgent("Lan");
    business.capacity(lan, 3);
    business.department(Business.ALL, lan);
    List<UUID> offers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      offers.add(business.awaitOffer(business.open(null), lan).offerId());
    }

    // When
    List<Integer> answers = atOnce(lan, offers);

    // Then
    assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
    assertThat(answers).containsOnly(200, 409);
    assertThat(load(lan)).isEqualTo(3);
    business.awaitCount(
        0,
        "select count(*) from offer where tenant_id = ? and agent_id = ? and state = 'pending'",
        business.tenantId,
        lan);
  }

  @Test
  @Rows(part = {"DEP-7", "DEP-10"})
  void r6_asksAboutTheOldestThatWaitsAsSoonAsSomeoneIsFree() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.SEQUENTIAL, Extras.capacity(1), lan);
    UUID busyWith = business.open(null);
    business.accept(lan, business.awaitOffer(busyWith, lan).offerId());
    List<UUID> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      UUID conversation = business.open(null);
      business.awaitState(conversation, "queued");
      timeIsOver(conversation);
      waiting.add(conversation);
    }

    // When
    business.close(busyWith);

    // Then
    OfferMade offer = business.awaitOffer(waiting.getFirst(), lan);
    assertThat(business.accept(lan, offer.offerId()).statusCode()).isEqualTo(200);
    await()
        .until(
            () ->
                business.count(
                        "select count(*) from offer where tenant_id = ? and state = 'pending'",
                        business.tenantId)
                    == 0);
    assertThat(load(lan)).isEqualTo(1);

    // And the next one when this one is handed on
    UUID minh = business.agent("Minh");
    business.transfer(waiting.getFirst(), UUID.randomUUID(), null, minh, lan);
    business.awaitOffer(waiting.get(1), lan);
  }

  @Test
  @Rows(part = "DEP-10")
  void tellsAnAgentWhoIsFullAndLetsAnOwnerDecideOtherwise() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.SEQUENTIAL, Extras.capacity(1), lan);
    business.accept(lan, business.awaitOffer(business.open(null), lan).offerId());
    UUID waiting = business.open(null);
    business.awaitState(waiting, "queued");

    // When
    Response taken = Business.as(business.token(lan)).post("/api/v1/queue/{id}/take", waiting);
    Response assigned =
        Business.as(business.ownerToken())
            .contentType("application/json")
            .body("{\"agentId\": \"" + lan + "\"}")
            .post("/api/v1/queue/{id}/assign", waiting);

    // Then
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.jsonPath().getString("code")).isEqualTo("agent-at-capacity");
    assertThat(assigned.statusCode()).as(assigned.body().asString()).isEqualTo(200);
    assertThat(load(lan)).isEqualTo(2);
  }

  private List<Integer> atOnce(UUID agent, List<UUID> offers) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(offers.size())) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (UUID offer : offers) {
        answers.add(
            threads.submit(
                () -> {
                  go.await();
                  return business.accept(agent, offer).statusCode();
                }));
      }
      go.countDown();
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        codes.add(answer.get());
      }
      return codes;
    }
  }

  private int load(UUID agent) throws SQLException {
    return business.count(
        "select count(*) from allocation where tenant_id = ? and winner_id = ? and state = 'allocated'",
        business.tenantId,
        agent);
  }

  private void timeIsOver(UUID conversation) throws SQLException {
    business.execute(
        "update allocation set total_deadline = clock_timestamp() where tenant_id = ? and conversation_id = ?",
        business.tenantId,
        conversation);
  }
}
