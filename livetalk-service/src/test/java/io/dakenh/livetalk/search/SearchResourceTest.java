package io.dakenh.livetalk.search;

import static io.dakenh.livetalk.support.SocketClient.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk finds, and who finds it. */
@QuarkusTest
class SearchResourceTest {
  @Inject Database database;

  private Business shop;
  private SocketClient visitor;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"áo dài đỏ", "AO DAI DO", "đỏ áo", "ao da", "Ao dài ĐO"})
  @Rows(part = "TALK-4")
  void findsWhatWasSaidWithoutRegardToAccents(String query) {
    UUID conversation = visitor.open("Chào shop");
    visitor.say(conversation, "Áo dài đỏ còn size M không ạ?");
    visitor.say(conversation, "Hoặc áo khoác xanh");

    List<Map<String, Object>> found = awaitFound(shop.agent(0), query, 1);

    assertThat(found.getFirst())
        .containsEntry("sequence", 2)
        .containsEntry("excerpt", "Áo dài đỏ còn size M không ạ?");
    assertThat(found.getFirst().get("highlights")).asInstanceOf(LIST).isNotEmpty();
  }

  @Test
  @Rows(part = "TALK-4")
  void findsAVisitorByNamePhoneOrEmail() {
    UUID conversation =
        UUID.fromString(
            visitor
                .ask(
                    request("open")
                        .put("clientConversationId", UUID.randomUUID().toString())
                        .set(
                            "visitor",
                            request("")
                                .put("name", "Đặng Hồng Nhung")
                                .put("phone", "0912345678")
                                .put("email", "nhung@example.vn")))
                .path("conversationId")
                .asText());

    for (String query :
        List.of("hong nhung", "0912 345 678", "+84912345678", "nhung@example.vn", "091234567")) {
      assertThat(awaitFound(shop.owner(), query, 1))
          .as(query)
          .allSatisfy(
              hit -> {
                assertThat(hit).doesNotContainKey("sequence");
                assertThat(hit.get("conversation"))
                    .asInstanceOf(MAP)
                    .containsEntry("id", conversation.toString());
              });
    }
  }

  @Test
  @Rows(part = "TALK-4")
  void forgetsWhatWasTakenBack() {
    UUID conversation = visitor.open("Chào shop");
    visitor.say(conversation, "Mã thẻ của tôi là sen vàng");
    awaitFound(shop.owner(), "sen vang", 1);

    visitor.ask(
        request("edit")
            .put("conversationId", conversation.toString())
            .put("sequence", 2)
            .put("text", "Mã thẻ của tôi là sen hồng"));
    assertThat(found(shop.owner(), "sen vang")).isEmpty();
    assertThat(found(shop.owner(), "sen hong")).hasSize(1);

    visitor.ask(
        request("delete").put("conversationId", conversation.toString()).put("sequence", 2));
    assertThat(found(shop.owner(), "sen hong")).isEmpty();
  }

  @Test
  void findsAVisitorByTheNameAnAgentCorrected() {
    UUID conversation = visitor.open("Chào shop");
    String path =
        given()
            .auth()
            .oauth2(shop.owner().token())
            .get("/api/v1/conversations/" + conversation)
            .then()
            .statusCode(200)
            .extract()
            .path("visitor.id");
    given()
        .auth()
        .oauth2(shop.owner().token())
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "Chị Thuỳ Dương"))
        .put("/api/v1/visitors/" + path)
        .then()
        .statusCode(200);

    assertThat(found(shop.owner(), "thuy duong")).hasSize(1);
  }

  @Test
  void pagesNewestFirstWithoutGapOrRepetition() {
    UUID conversation = visitor.open("mở đầu");
    for (int i = 1; i <= 7; i++) {
      visitor.say(conversation, "bảo hành lần " + i);
    }
    awaitFound(shop.agent(0), "bao hanh", 7);

    List<Integer> sequences = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      ValidatableResponse page = search(shop.agent(0), "bao hanh", "&limit=3&cursor=" + cursor);
      sequences.addAll(page.statusCode(200).extract().path("items.sequence"));
      cursor = page.extract().path("nextCursor");
    }
    assertThat(sequences).containsExactly(8, 7, 6, 5, 4, 3, 2);
  }

  @Test
  @Rows(part = {"DEP-8", "TEN-3"})
  void showsNobodyWhatTheyMayNotSee() {
    UUID conversation = visitor.open("mật khẩu két là hoa hướng dương");
    awaitFound(shop.owner(), "huong duong", 1);

    Person outside = shop.stranger();
    assertThat(found(outside, "huong duong")).as("an agent of no department").isEmpty();
    try (Business other = Business.withAgents(1)) {
      assertThat(found(other.owner(), "huong duong")).as("another business").isEmpty();
      other.visitor().open("hoa hướng dương của tôi");
      assertThat(awaitFound(other.owner(), "huong duong", 1)).hasSize(1);
    }
    assertThat(found(shop.owner(), "huong duong"))
        .singleElement()
        .extracting("conversation.id")
        .isEqualTo(conversation.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%20%20%20", "%3F%21", "%27%29%3B--"})
  void refusesWhatHoldsNothingToLookFor(String query) {
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(shop.owner().token())
        .get("/api/v1/search?q=" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"));
  }

  @Test
  void wantsAPersonOfTheBusiness() {
    given().get("/api/v1/search?q=alo").then().statusCode(401);
    given()
        .auth()
        .oauth2(shop.owner().token())
        .get("/api/v1/search?q=alo&cursor=!!")
        .then()
        .statusCode(400);
  }

  @Test
  void walksTheIndexOfWords() {
    UUID tenantId = UUID.randomUUID();
    database.update(
        """
        insert into search_entry (conversation_id, sequence, tenant_id, at, words)
        select gen_random_uuid(), 1, ?, now(), array_to_tsvector(array['k:w' || n, 'k:tin']) from generate_series(1, 20000) n""",
        tenantId);
    database.update("analyze search_entry");

    String plan =
        String.join(
            "\n",
            database.list(
                "explain select conversation_id from search_entry where words @@ '''k:w77'' & ''k:ti'':*'::tsquery and tenant_id = ?",
                row -> row.getString(1),
                tenantId));

    assertThat(plan).contains("ix_search_entry_words").doesNotContain("Seq Scan");
  }

  private List<Map<String, Object>> awaitFound(Person person, String query, int count) {
    return Awaitility.await("what was said is indexed")
        .until(() -> found(person, query), found -> found.size() == count);
  }

  private List<Map<String, Object>> found(Person person, String query) {
    return search(person, query, "").statusCode(200).extract().path("items");
  }

  private static ValidatableResponse search(Person person, String query, String more) {
    return given()
        .auth()
        .oauth2(person.token())
        .queryParam("q", query)
        .get("/api/v1/search?" + (more.isEmpty() ? "limit=20" : more.substring(1)))
        .then();
  }
}
