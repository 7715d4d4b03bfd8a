package io.dakenh.livetalk.presence;

import static io.dakenh.livetalk.support.SocketClient.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is there, told to routing and to colleagues; the grace period is one second in tests. */
@QuarkusTest
class AgentPresenceTest {
  @Inject Database database;
  @Inject LivetalkConfig config;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = {"DEP-7", "TALK-2"})
  void comesWithTheFirstSocketAndGoesAfterTheLast() {
    SocketClient colleague = shop.desk(shop.agent(1));
    SocketClient one = shop.desk(shop.agent(0));
    awaitEvent("online", 1);
    colleague.await(frame -> presence(frame, "online"));
    SocketClient other = shop.desk(shop.agent(0));

    one.close();
    other.sync();
    assertThat(state()).isEqualTo("online");
    other.close();
    AgentPresenceChanged gone = awaitEvent("offline", 2);
    assertThat(gone.agentId()).isEqualTo(shop.agent(0).id());
    colleague.await(frame -> presence(frame, "offline"));
    assertThat(state()).isEqualTo("offline");
  }

  @Test
  @Rows(part = "DEP-7")
  void r10_nobodyIsGoneBeforeThreeHeartbeatsWereMissed() {
    assertThat(config.socket().silence())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3L * config.socket().pingSeconds()));
    assertThat(config.presence().grace()).isPositive();
  }

  @Test
  void survivesAReconnect() {
    SocketClient first = shop.desk(shop.agent(0));
    awaitEvent("online", 1);
    first.close();
    SocketClient second = shop.desk(shop.agent(0));
    // The colleague's going is later than the agent's would have been.
    SocketClient colleague = shop.desk(shop.agent(1));
    colleague.close();
    shop.events()
        .await(
            EventCatalog.AGENT_PRESENCE_CHANGED,
            shop.id(),
            event -> event.agentId().equals(shop.agent(1).id()) && event.state().equals("offline"));
    second.sync();
    assertThat(eventsOfFirstAgent())
        .extracting(AgentPresenceChanged::state)
        .containsExactly("online");
  }

  @Test
  void keepsWhatTheAgentDeclared() {
    SocketClient desk = shop.desk(shop.agent(0));
    assertThat(desk.ask(request("presence").put("state", "away")).get("type").asText())
        .isEqualTo("ack");
    awaitEvent("away", 2);
    assertThat(desk.ask(request("presence").put("state", "offline")).get("code").asText())
        .isEqualTo("validation-failed");
    desk.close();
    awaitEvent("offline", 3);
    shop.desk(shop.agent(0));
    awaitEvent("away", 4);
  }

  @Test
  void forgetsAgentsOfADeadReplica() {
    UUID replica = UUID.randomUUID();
    // At once: the sweep looks at any moment, and takes a dead replica with the sockets it has
    // then.
    database.update(
        """
        with dead as (insert into replica (id, beat_at) values (?, now() - interval '1 hour')),
          declared as (
            insert into agent_presence (tenant_id, agent_id, declared, state, version, changed_at)
            values (?, ?, 'online', 'online', 5, now()))
        insert into agent_socket (tenant_id, agent_id, replica_id) values (?, ?, ?)""",
        replica,
        shop.id(),
        shop.agent(0).id(),
        shop.id(),
        shop.agent(0).id(),
        replica);
    awaitEvent("offline", 6);
  }

  @Test
  void listsColleaguesOfTheOwnBusinessOnly() {
    shop.desk(shop.agent(0));
    awaitEvent("online", 1);
    List<String> names =
        given()
            .auth()
            .oauth2(shop.agent(1).token())
            .get("/api/v1/agents")
            .then()
            .statusCode(200)
            .extract()
            .path("items.name");
    assertThat(names).containsExactlyInAnyOrder(shop.owner().name(), "Nhân viên 1", "Nhân viên 2");
    assertThat(state()).isEqualTo("online");
    try (Business other = Business.withAgents(0)) {
      List<String> ids =
          given().auth().oauth2(other.owner().token()).get("/api/v1/agents").path("items.id");
      assertThat(ids).containsExactly(other.owner().id().toString());
    }
  }

  @Test
  void pagesColleagues() {
    String cursor =
        given()
            .auth()
            .oauth2(shop.owner().token())
            .get("/api/v1/agents?limit=2")
            .path("nextCursor");
    List<String> rest =
        given()
            .auth()
            .oauth2(shop.owner().token())
            .queryParam("cursor", cursor)
            .get("/api/v1/agents")
            .path("items.id");
    assertThat(rest).hasSize(1);
  }

  private boolean presence(com.fasterxml.jackson.databind.JsonNode frame, String state) {
    return frame.path("type").asText().equals("presence")
        && frame.path("agentId").asText().equals(shop.agent(0).id().toString())
        && frame.path("state").asText().equals(state);
  }

  private AgentPresenceChanged awaitEvent(String state, long version) {
    return shop.events()
        .await(
            EventCatalog.AGENT_PRESENCE_CHANGED,
            shop.id(),
            event ->
                event.agentId().equals(shop.agent(0).id())
                    && event.state().equals(state)
                    && event.version() == version);
  }

  private List<AgentPresenceChanged> eventsOfFirstAgent() {
    return shop.events().present(EventCatalog.AGENT_PRESENCE_CHANGED, shop.id()).stream()
        .filter(event -> event.agentId().equals(shop.agent(0).id()))
        .toList();
  }

  private String state() {
    return Awaitility.await()
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(shop.owner().token())
                    .get("/api/v1/agents")
                    .<String>path("items.find { it.id == '" + shop.agent(0).id() + "' }.state"),
            found -> found != null);
  }
}
