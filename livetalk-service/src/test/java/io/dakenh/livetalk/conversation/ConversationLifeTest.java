package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.ids;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing on, leaving, adding colleagues, and going on after the end. */
@QuarkusTest
class ConversationLifeTest {
  @Inject Database database;

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private SocketClient colleague;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    colleague = shop.desk(shop.agent(1));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = {"DEP-9", "TALK-3"})
  void handsOnToADepartmentWhoseAgentTakesOver() {
    Person seller = shop.stranger();
    shop.publishStaff(seller, 1, true);
    UUID sales = department("Kinh doanh", seller);
    SocketClient sellersDesk = shop.desk(seller);

    transfer(Map.of("departmentId", sales)).body("waiting", equalTo(true));
    ConversationTransferred event =
        shop.events()
            .await(
                EventCatalog.CONVERSATION_TRANSFERRED,
                shop.id(),
                told -> told.conversationId().equals(conversation));
    assertThat(event.departmentId()).isEqualTo(sales);
    assertThat(event.wantedAgentId()).isNull();
    assertThat(event.byAgentId()).isEqualTo(shop.agent(0).id());
    assertThat(ids(seller, "/conversations?view=waiting")).containsExactly(conversation);
    colleague.awaitType("conversation-gone");
    get(shop.agent(1), "/conversations/" + conversation).statusCode(404);

    desk.say(conversation, "Em chuyển máy cho bạn kinh doanh nhé");
    allocate(seller, sales, UUID.randomUUID());
    sellersDesk.await(agents(seller.id()));
    desk.awaitType("conversation-gone");
    visitor.await(agents(seller.id()));
    get(shop.agent(0), "/conversations/" + conversation).statusCode(404);
    assertThat(desk.say(conversation, "Còn đây").path("code").asText())
        .isEqualTo("not-a-participant");
    get(seller, "/conversations/" + conversation + "/notes")
        .body("items.activity.kind", contains("transferred", "left"))
        .body("items[0].activity.department.name", equalTo("Kinh doanh"))
        .body("items[0].author.name", equalTo("Nhân viên 1"));
    get(seller, "/conversations/" + conversation)
        .body("waiting", equalTo(false))
        .body("agents", hasSize(1));
    JsonNode summary = visitor.await(agents(seller.id())).path("conversation");
    assertThat(summary.path("otherReadSequence").asLong())
        .as("what the first agent had read stays read")
        .isEqualTo(2);
  }

  @Test
  @Rows(part = "DEP-9")
  void handsOnToAnAgentWhoMayTurnItDown() {
    transfer(Map.of("agentId", shop.agent(1).id()));
    ConversationTransferred event =
        shop.events().await(EventCatalog.CONVERSATION_TRANSFERRED, shop.id(), told -> true);
    assertThat(event.wantedAgentId()).isEqualTo(shop.agent(1).id());
    assertThat(event.departmentId()).isEqualTo(shop.departmentId());
    // Nobody else is there: it comes back to whoever handed it on.
    UUID allocationId = UUID.randomUUID();
    allocate(shop.agent(0), shop.departmentId(), allocationId);
    desk.await(
        frame ->
            agents(shop.agent(0).id()).test(frame)
                && !frame.path("conversation").path("waiting").asBoolean(true)
                && frame.path("conversation").path("version").asLong() > 3);
    allocate(shop.agent(0), shop.departmentId(), allocationId);
    allocate(shop.agent(1), shop.departmentId(), UUID.randomUUID());
    colleague.await(agents(shop.agent(0).id(), shop.agent(1).id()));
  }

  @Test
  @Rows(part = "DEP-9")
  void addsAColleague() {
    post(shop.agent(0), path("agents"), Map.of("agentId", shop.agent(1).id()))
        .statusCode(200)
        .body("agents.name", contains("Nhân viên 1", "Nhân viên 2"));
    post(shop.agent(0), path("agents"), Map.of("agentId", shop.agent(1).id())).statusCode(200);
    visitor.await(agents(shop.agent(0).id(), shop.agent(1).id()));
    get(shop.agent(0), path("notes")).body("items.activity.kind", contains("added"));
    assertThat(colleague.say(conversation, "Mình vào đây").path("type").asText()).isEqualTo("ack");
  }

  @Test
  @Rows(part = "DEP-9")
  void leavesAndTheLastOneHandsItBack() {
    post(shop.agent(0), path("agents"), Map.of("agentId", shop.agent(1).id())).statusCode(200);
    post(shop.agent(0), path("leave")).statusCode(204);
    visitor.await(agents(shop.agent(1).id()));
    assertThat(shop.events().present(EventCatalog.CONVERSATION_TRANSFERRED, shop.id())).isEmpty();

    post(shop.agent(1), path("leave")).statusCode(204);
    ConversationTransferred event =
        shop.events().await(EventCatalog.CONVERSATION_TRANSFERRED, shop.id(), told -> true);
    assertThat(event.departmentId()).isEqualTo(shop.departmentId());
    assertThat(event.byAgentId()).isEqualTo(shop.agent(1).id());
    assertThat(ids(shop.agent(0), "/conversations?view=waiting")).containsExactly(conversation);
    post(shop.agent(1), path("leave")).statusCode(403).body("code", equalTo("not-a-participant"));
  }

  @Test
  @Rows(part = "TALK-3")
  void isReopenedByAnAgentWhoServesIt() {
    desk.say(conversation, "Cảm ơn bạn");
    finish();
    post(shop.agent(1), path("reopen"))
        .statusCode(200)
        .body("state", equalTo("open"))
        .body("agents.name", contains("Nhân viên 2"));
    post(shop.agent(1), path("reopen")).statusCode(200);
    ConversationReopened event = reopened("agent");
    assertThat(event.agentId()).isEqualTo(shop.agent(1).id());
    assertThat(event.previousAgentId()).isEqualTo(shop.agent(0).id());
    visitor.await(
        frame ->
            agents(shop.agent(1).id()).test(frame)
                && frame.path("conversation").path("state").asText().equals("open"));
    assertThat(ids(shop.agent(1), "/conversations?view=mine")).containsExactly(conversation);
    assertThat(ids(shop.agent(0), "/conversations?view=mine")).isEmpty();
    get(shop.agent(0), path("notes")).body("items.activity.kind", contains("closed", "reopened"));
  }

  @Test
  @Rows(part = "TALK-3")
  void goesOnWhenTheVisitorWritesAgainSoon() {
    desk.say(conversation, "Cảm ơn bạn");
    finish();
    JsonNode ack = visitor.say(conversation, "À còn một việc nữa");
    assertThat(ack.path("type").asText()).isEqualTo("ack");
    assertThat(ack.path("sequence").asLong()).isEqualTo(3);
    ConversationReopened event = reopened("visitor");
    assertThat(event.agentId()).isNull();
    assertThat(event.previousAgentId()).isEqualTo(shop.agent(0).id());
    get(shop.agent(1), "/conversations/" + conversation)
        .body("state", equalTo("open"))
        .body("waiting", equalTo(true))
        .body("agents", hasSize(0));
    allocate(shop.agent(0), shop.departmentId(), UUID.randomUUID());
    desk.await(
        frame ->
            agents(shop.agent(0).id()).test(frame)
                && frame.path("conversation").path("lastSequence").asLong() == 3);
  }

  @Test
  void staysClosedWhenTheVisitorComesBackLate() {
    finish();
    database.update(
        "update conversation set closed_at = closed_at - interval '25 hours' where tenant_id = ? and id = ?",
        shop.id(),
        conversation);
    assertThat(visitor.say(conversation, "Muộn rồi").path("code").asText())
        .isEqualTo("conversation-closed");
    assertThat(shop.visitor().say(conversation, "Không phải của tôi").path("code").asText())
        .isEqualTo("conversation-not-found");
    assertThat(desk.say(conversation, "Nhân viên").path("code").asText())
        .isEqualTo("conversation-closed");
    get(shop.agent(0), "/conversations/" + conversation).body("state", equalTo("closed"));
  }

  @Test
  void refusesWhoMayNotAndWhatCannotBe() {
    Map<String, ?> sales = Map.of("departmentId", shop.departmentId());
    post(shop.agent(1), path("transfer"), sales)
        .statusCode(403)
        .body("code", equalTo("not-a-participant"));
    post(shop.agent(0), path("transfer"), Map.of())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/departmentId"));
    post(shop.agent(0), path("transfer"), Map.of("departmentId", UUID.randomUUID()))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/departmentId"));
    for (UUID nobody : List.of(UUID.randomUUID(), shop.agent(0).id())) {
      post(shop.agent(0), path("transfer"), Map.of("agentId", nobody))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/agentId"));
    }
    post(shop.agent(0), path("transfer"), Map.of("agentId", shop.owner().id()))
        .statusCode(422)
        .body("code", equalTo("agent-without-department"));
    post(shop.agent(0), path("agents"), Map.of()).statusCode(400);
    for (String what : List.of("transfer", "leave", "agents", "reopen")) {
      refusesStrangers(shop, "POST", path(what));
      post(shop.stranger(), path(what), body(what)).statusCode(404);
    }
    try (Business other = Business.withAgents(1)) {
      for (String what : List.of("transfer", "leave", "agents", "reopen")) {
        post(other.owner(), path(what), body(what))
            .statusCode(404)
            .body("code", equalTo("conversation-not-found"));
      }
      post(shop.agent(0), path("transfer"), Map.of("departmentId", other.departmentId()))
          .statusCode(400);
      post(shop.agent(0), path("agents"), Map.of("agentId", other.agent(0).id())).statusCode(400);
    }
    finish();
    post(shop.agent(0), path("transfer"), sales)
        .statusCode(409)
        .body("code", equalTo("conversation-closed"));
    post(shop.agent(0), path("leave")).statusCode(409);
  }

  @Test
  void namesTheDepartmentsToHandOnTo() {
    get(shop.agent(0), "/departments").statusCode(200).body("items.name", hasItem("Bán hàng"));
    refusesStrangers(shop, "GET", "/departments");
    try (Business other = Business.withAgents(1)) {
      get(other.agent(0), "/departments")
          .body("items.id", contains(other.departmentId().toString()));
    }
  }

  private Map<String, ?> body(String what) {
    return what.equals("agents")
        ? Map.of("agentId", shop.agent(1).id())
        : Map.of("departmentId", shop.departmentId());
  }

  private io.restassured.response.ValidatableResponse transfer(Map<String, ?> to) {
    return post(shop.agent(0), path("transfer"), to).statusCode(200);
  }

  private String path(String what) {
    return "/conversations/" + conversation + "/" + what;
  }

  private void finish() {
    desk.ask(request("close").put("conversationId", conversation.toString()));
  }

  private ConversationReopened reopened(String by) {
    return shop.events()
        .await(
            EventCatalog.CONVERSATION_REOPENED,
            shop.id(),
            told -> told.conversationId().equals(conversation) && told.reopenedBy().equals(by));
  }

  private UUID department(String name, Person agent) {
    UUID id = UUID.randomUUID();
    shop.publishDepartment(id, 1, name, List.of(agent.id()));
    org.awaitility.Awaitility.await("the department is known")
        .untilAsserted(() -> get(agent, "/departments").body("items.name", hasItem(name)));
    return id;
  }

  private void allocate(Person agent, UUID departmentId, UUID allocationId) {
    shop.allocate(conversation, agent, departmentId, allocationId);
  }

  private static Predicate<JsonNode> agents(UUID... ids) {
    return frame -> {
      JsonNode agents = frame.path("conversation").path("agents");
      if (agents.size() != ids.length) {
        return false;
      }
      for (int i = 0; i < ids.length; i++) {
        if (!agents.path(i).path("id").asText().equals(ids[i].toString())) {
          return false;
        }
      }
      return true;
    };
  }
}
