package io.dakenh.livetalk.label;

import static io.dakenh.livetalk.support.Api.delete;
import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.ids;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels: decided by owners, put on by agents. */
@QuarkusTest
class LabelResourceTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-3")
  void isPutOnAConversationAndFiltersTheLists() {
    UUID label = label("Khiếu nại", "#FF8800");
    UUID conversation = visitor.open("Hàng bị vỡ");
    UUID other = shop.visitor().open("Chào");
    String path = "/conversations/" + conversation + "/labels/" + label;
    put(shop.agent(0), path, Map.of()).statusCode(204);
    put(shop.agent(0), path, Map.of()).statusCode(204);
    desk.await(frame -> frame.path("conversation").path("labels").size() == 1);
    assertThat(ids(shop.agent(0), "/conversations?view=all&labelId=" + label))
        .containsExactly(conversation);
    get(shop.agent(0), "/conversations/counts?labelId=" + label)
        .body("counts.waiting", equalTo(1))
        .body("counts.all", equalTo(1));
    get(shop.agent(0), "/conversations/counts").body("counts.all", equalTo(2));
    get(shop.agent(0), "/conversations/" + other).body("labels", hasSize(0));
    get(shop.agent(0), "/conversations/" + conversation + "/notes")
        .body("items.activity.kind", contains("labelled"))
        .body("items[0].activity.label.name", equalTo("Khiếu nại"));

    delete(shop.agent(0), path).statusCode(204);
    delete(shop.agent(0), path).statusCode(204);
    get(shop.agent(0), "/conversations/" + conversation).body("labels", hasSize(0));
    visitor.sync();
    assertThat(visitor.seen(frame -> frame.toString().contains("labels"))).isEmpty();
  }

  @Test
  @Rows(part = "TALK-3")
  void isManagedByOwners() {
    ValidatableResponse created = create("VIP", "#00aa11").statusCode(201);
    String id = created.extract().path("id");
    String tag = created.extract().header("ETag");
    JsonNode told = desk.awaitType("settings-changed");
    assertThat(told.path("section").asText()).isEqualTo("labels");
    create(" vip ", "#00aa12").statusCode(409).body("code", equalTo("label-name-exists"));
    String other = create("Mới", "#00aa12").statusCode(201).extract().path("id");
    Map<String, ?> vip = Map.of("name", "viP", "color", "#00aa12");
    put(shop.owner(), "/labels/" + other, "\"1\"", vip)
        .statusCode(409)
        .body("code", equalTo("label-name-exists"));
    put(shop.owner(), "/labels/" + id, tag, vip).statusCode(200).body("name", equalTo("viP"));
    put(shop.owner(), "/labels/" + id, tag, vip).statusCode(412);
    put(shop.owner(), "/labels/" + id, vip).statusCode(428);
    delete(shop.owner(), "/labels/" + id).statusCode(428);
    delete(shop.owner(), "/labels/" + id, "\"2\"").statusCode(204);
    get(shop.agent(0), "/labels/" + id).statusCode(404).body("code", equalTo("label-not-found"));
    get(shop.agent(0), "/labels").body("items.name", contains("Mới"));
  }

  @Test
  void comesOffEveryConversationWhenItIsDeleted() {
    UUID label = label("Gấp", "#cc0000");
    UUID conversation = visitor.open("Nhanh giúp em");
    put(shop.agent(0), "/conversations/" + conversation + "/labels/" + label, Map.of())
        .statusCode(204);
    delete(shop.owner(), "/labels/" + label, "\"1\"").statusCode(204);
    get(shop.agent(0), "/conversations/" + conversation).body("labels", hasSize(0));
  }

  @Test
  void areAtMostOneHundred() {
    for (int i = 0; i < 100; i++) {
      create("nhãn " + i, "#123456").statusCode(201);
    }
    create("một nữa", "#123456").statusCode(422).body("code", equalTo("label-limit-reached"));
  }

  @Test
  void refusesWhoMayNotAndWhatIsNoLabel() {
    UUID label = label("Riêng", "#123456");
    UUID conversation = visitor.open("Chào");
    String on = "/conversations/" + conversation + "/labels/" + label;
    for (String bad : List.of("", "   ")) {
      create(bad, "#123456").statusCode(400).body("errors[0].pointer", equalTo("/name"));
    }
    create("Màu", "đỏ").statusCode(400).body("errors[0].pointer", equalTo("/color"));
    Map<String, ?> body = Map.of("name", "Của tôi", "color", "#123456");
    post(shop.agent(0), "/labels", body).statusCode(403).body("code", equalTo("role-required"));
    put(shop.agent(0), "/labels/" + label, "\"1\"", body).statusCode(403);
    delete(shop.agent(0), "/labels/" + label, "\"1\"").statusCode(403);
    put(shop.agent(0), "/conversations/" + conversation + "/labels/" + UUID.randomUUID(), body)
        .statusCode(404);
    put(shop.stranger(), on, body).statusCode(404);
    try (Business other = Business.withAgents(1)) {
      UUID theirs =
          UUID.fromString(
              post(other.owner(), "/labels", body).statusCode(201).extract().path("id"));
      get(other.owner(), "/labels/" + label).statusCode(404);
      put(other.owner(), "/labels/" + label, "\"1\"", body).statusCode(404);
      delete(other.owner(), "/labels/" + label, "\"1\"").statusCode(404);
      put(other.agent(0), on, body).statusCode(404);
      put(shop.agent(0), "/conversations/" + conversation + "/labels/" + theirs, body)
          .statusCode(404)
          .body("code", equalTo("label-not-found"));
    }
    refusesStrangers(shop, "GET", "/labels");
    refusesStrangers(shop, "POST", "/labels");
    refusesStrangers(shop, "PUT", "/labels/" + label);
    refusesStrangers(shop, "DELETE", "/labels/" + label);
    refusesStrangers(shop, "PUT", on);
    refusesStrangers(shop, "DELETE", on);
  }

  private UUID label(String name, String color) {
    return UUID.fromString(create(name, color).statusCode(201).extract().path("id"));
  }

  private ValidatableResponse create(String name, String color) {
    return post(shop.owner(), "/labels", Map.of("name", name, "color", color));
  }
}
