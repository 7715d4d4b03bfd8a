package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.SocketClient.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's lists: who sees what, in which order, page by page. */
@QuarkusTest
class ConversationResourceTest {
  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = {"TALK-2", "DEP-8"})
  void sortsConversationsIntoLists() {
    UUID mine = shop.talk(visitor, desk, shop.agent(0));
    UUID waiting = visitor.open("Còn ai không");
    UUID closed = visitor.open("Thôi");
    visitor.ask(request("close").put("conversationId", closed.toString()));

    assertThat(ids(shop.agent(0), "mine")).containsExactly(mine);
    assertThat(ids(shop.agent(0), "waiting")).containsExactly(waiting);
    assertThat(ids(shop.agent(0), "closed")).containsExactly(closed);
    assertThat(ids(shop.agent(0), "all")).containsExactly(closed, waiting, mine);
    assertThat(ids(shop.owner(), "all")).containsExactly(closed, waiting, mine);
    assertThat(ids(shop.owner(), "mine")).isEmpty();
    assertThat(ids(shop.agent(1), "mine")).isEmpty();
    assertThat(ids(shop.agent(1), "waiting")).containsExactly(waiting);

    visitor.say(mine, "alo");
    assertThat(ids(shop.agent(0), "all")).as("newest activity first").startsWith(mine);
  }

  @Test
  @Rows(part = "DEP-8")
  void showsAnAgentOwnDepartmentsOnly() {
    UUID conversation = visitor.open("Chào shop");
    Person stranger = shop.stranger();
    assertThat(ids(stranger, "all")).isEmpty();
    assertThat(ids(stranger, "waiting")).isEmpty();
    get(stranger, "/" + conversation)
        .statusCode(404)
        .body("code", equalTo("conversation-not-found"));
    get(stranger, "/" + conversation + "/messages").statusCode(404);

    shop.allocate(conversation, stranger);
    visitor.await(frame -> frame.path("conversation").path("agents").size() == 1);
    assertThat(ids(stranger, "mine")).containsExactly(conversation);
    get(stranger, "/" + conversation).statusCode(200).body("id", equalTo(conversation.toString()));
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    List<UUID> opened = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      opened.addFirst(visitor.open("số " + i));
    }
    List<UUID> found = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      ValidatableResponse page = get(shop.owner(), "?view=all&limit=3&cursor=" + cursor);
      page.statusCode(200);
      page.extract().<List<String>>path("items.id").forEach(id -> found.add(UUID.fromString(id)));
      cursor = page.extract().path("nextCursor");
    }
    assertThat(found).containsExactlyElementsOf(opened);
  }

  @Test
  @Rows(part = "TALK-3")
  void givesMessagesNewestPageFirst() {
    UUID conversation = visitor.open("tin 1");
    for (int i = 2; i <= 25; i++) {
      visitor.say(conversation, "tin " + i);
    }
    List<Integer> sequences = new ArrayList<>();
    String before = "";
    while (before != null) {
      ValidatableResponse page =
          get(
              shop.agent(0),
              "/"
                  + conversation
                  + "/messages?limit=10"
                  + (before.isEmpty() ? "" : "&before=" + before));
      sequences.addAll(0, page.statusCode(200).extract().path("items.sequence"));
      before = page.extract().path("nextCursor");
    }
    assertThat(sequences.stream().map(Integer::longValue))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    get(shop.agent(0), "/" + conversation + "/messages?limit=1")
        .body("items.text", contains("tin 25"))
        .body("items[0].author.kind", equalTo("visitor"));
  }

  @Test
  void refusesWhoMayNot() {
    for (String path :
        List.of("", "/" + UUID.randomUUID(), "/" + UUID.randomUUID() + "/messages")) {
      given()
          .get("/api/v1/conversations" + path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("code", equalTo("token-missing"));
      withToken(Tokens.operator(), path).statusCode(403).body("code", equalTo("role-required"));
      withToken(Tokens.noRole(shop.id()), path).statusCode(403);
      withToken(Tokens.expired(shop.id()), path)
          .statusCode(401)
          .body("code", equalTo("token-expired"));
      withToken(shop.visitorToken(), path).statusCode(401);
    }
  }

  @Test
  @Rows(part = "TEN-3")
  void hidesOtherBusinesses() {
    UUID conversation = visitor.open("Chào shop");
    try (Business other = Business.withAgents(1)) {
      for (Person person : List.of(other.owner(), other.agent(0))) {
        assertThat(ids(person, "all")).isEmpty();
        get(person, "/" + conversation)
            .statusCode(404)
            .body("code", equalTo("conversation-not-found"));
        get(person, "/" + conversation + "/messages").statusCode(404);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?view=none", "?limit=0", "?limit=101", "?cursor=x", "?cursor=YQpi"})
  void refusesWrongParameters(String query) {
    get(shop.owner(), query).statusCode(400).body("code", equalTo("validation-failed"));
  }

  private List<UUID> ids(Person person, String view) {
    return get(person, "?view=" + view)
        .statusCode(200)
        .extract()
        .<List<String>>path("items.id")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private static ValidatableResponse get(Person person, String path) {
    return withToken(person.token(), path);
  }

  private static ValidatableResponse withToken(String token, String path) {
    return given().auth().oauth2(token).get("/api/v1/conversations" + path).then();
  }
}
