package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.IdentityTestResource;
import io.dakenh.devstack.test.KafkaTestResource;
import io.dakenh.devstack.test.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresTestResource.class,
    initArgs = @ResourceArg(name = "database", value = "routing"))
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(IdentityTestResource.class)
class OfferToAllTest {
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
  @Rows(part = {"DEP-3", "DEP-6", "DEP-7"})
  void offersToEveryOnlineAgentOfTheDefaultDepartment() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID away = business.agent("Vắng");
    business.presence(away, "away");
    business.onlineAgent("Không thuộc bộ phận");
    UUID department = business.department(Business.ALL, lan, minh, away);

    // When
    UUID conversation = business.open(null);

    // Then
    OfferMade toLan = business.awaitOffer(conversation, lan);
    business.awaitOffer(conversation, minh);
    assertThat(business.offersOf(conversation))
        .extracting(OfferMade::agentId)
        .containsExactly(lan, minh);
    assertThat(toLan.departmentId()).isEqualTo(department);
    assertThat(toLan.departmentName()).isEqualTo("Tư vấn");
    assertThat(toLan.visitorName()).isEqualTo("Khách 4821");
    assertThat(toLan.preview()).isEqualTo("Xin chào, tôi cần tư vấn");
    assertThat(toLan.round()).isEqualTo(1);
    assertThat(toLan.expiresAt()).isEqualTo(toLan.madeAt().plusSeconds(300));
    assertThat(
            Business.as(business.token(lan))
                .get("/api/v1/offers")
                .jsonPath()
                .getList("items.conversationId", String.class))
        .containsExactly(conversation.toString());
  }

  @Test
  @Rows(part = "DEP-3")
  void letsExactlyOneOfSixtyFourConcurrentAcceptsThrough() throws Exception {
    // Given
    List<UUID> agents = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      agents.add(business.onlineAgent("Nhân viên " + i));
    }
    business.department(Business.ALL, agents.toArray(UUID[]::new));
    UUID conversation = business.open(null);
    List<OfferMade> offers =
        agents.stream().map(agent -> business.awaitOffer(conversation, agent)).toList();

    // When
    List<Response> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(64)) {
      CountDownLatch together = new CountDownLatch(64);
      List<Future<Response>> running =
          Stream.iterate(0, i -> i + 1)
              .limit(64)
              .map(i -> offers.get(i % offers.size()))
              .map(
                  offer ->
                      pool.submit(
                          () -> {
                            String token = business.token(offer.agentId());
                            together.countDown();
                            together.await();
                            return Business.as(token)
                                .post("/api/v1/offers/{id}/accept", offer.offerId());
                          }))
              .toList();
      for (Future<Response> each : running) {
        answers.add(each.get());
      }
    }

    // Then: each agent tried eight times; the winner's tries all say yes, everyone else's name the
    // winner
    assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(8);
    ConversationAllocated allocated =
        business.probe.await(
            EventCatalog.CONVERSATION_ALLOCATED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
        .hasSize(56)
        .allSatisfy(
            lost -> {
              assertThat(lost.jsonPath().getString("code")).isEqualTo("offer-already-resolved");
              assertThat(lost.jsonPath().getString("acceptedBy.id"))
                  .isEqualTo(allocated.agentId().toString());
              assertThat(lost.jsonPath().getString("acceptedBy.name")).startsWith("Nhân viên ");
            });
    assertThat(business.probe.present(EventCatalog.CONVERSATION_ALLOCATED, business.tenantId))
        .hasSize(1);
    assertThat(allocated.cause()).isEqualTo("offer");
    for (OfferMade offer : offers) {
      OfferResolved resolved = business.awaitResolved(offer.offerId());
      assertThat(resolved.acceptedByAgentId()).isEqualTo(allocated.agentId());
      assertThat(resolved.outcome())
          .isEqualTo(offer.agentId().equals(allocated.agentId()) ? "accepted" : "withdrawn");
    }
  }

  @Test
  @Rows(part = "DEP-7")
  void offersToOneWhoComesOnlineWhileOthersAreAsked() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID late = business.agent("Đến muộn");
    business.department(Business.ALL, lan, late);
    UUID conversation = business.open(null);
    OfferMade first = business.awaitOffer(conversation, lan);

    // When
    business.presence(late, "online");

    // Then
    OfferMade second = business.awaitOffer(conversation, late);
    assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
    assertThat(second.round()).isEqualTo(1);
  }

  @Test
  @Rows(part = "DEP-7")
  void queuesWhenNobodyIsOnlineAndAsksWhoeverComes() {
    // Given
    UUID lan = business.agent("Lan");
    UUID department = business.department(Business.ALL, lan);

    // When
    UUID conversation = business.open(department);

    // Then
    AllocationQueued queued =
        business.probe.await(
            EventCatalog.ALLOCATION_QUEUED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(queued.reason()).isEqualTo("nobody-online");
    assertThat(queued.departmentId()).isEqualTo(department);

    // When
    business.presence(lan, "online");

    // Then
    business.awaitOffer(conversation, lan);
  }

  @Test
  void withdrawsOffersWhenTheConversationIsClosed() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);

    // When
    business.close(conversation);

    // Then
    OfferResolved resolved = business.awaitResolved(offer.offerId());
    assertThat(resolved.outcome()).isEqualTo("withdrawn");
    assertThat(resolved.acceptedByAgentId()).isNull();
    Response late = business.accept(lan, offer.offerId());
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("code")).isEqualTo("offer-already-resolved");
    assertThat(late.jsonPath().getString("outcome")).isEqualTo("withdrawn");
  }
}
