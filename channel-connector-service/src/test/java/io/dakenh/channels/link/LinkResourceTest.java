package io.dakenh.channels.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.channels.Linking;
import io.dakenh.channels.Linking.Begun;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking through the simulated dialogs, and everything that may go wrong there. */
@QuarkusTest
class LinkResourceTest {
  private static final String PATH = "/api/v1/link-sessions";

  @Inject ChannelService channels;

  private UUID tenant() {
    UUID tenantId = UUID.randomUUID();
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    return tenantId;
  }

  @Test
  @Rows(part = {"CHN-1", "CHN-4"})
  void linksTwoPagesAndAnOfficialAccount() {
    UUID tenantId = tenant();
    String first = Linking.page();
    String second = Linking.page();
    String oa = Linking.oa();

    Linking.pages(tenantId, first, second);
    Linking.oa(tenantId, oa);

    list(tenantId)
        .then()
        .body("items", hasSize(3))
        .body("items.externalId", equalTo(List.of(first, second, oa)))
        .body("items[0].health.subscribed", equalTo(true))
        .body("items[2].kind", equalTo("zalo"))
        .body(
            "items[2].pictureUrl",
            org.hamcrest.Matchers.startsWith("/api/channels/v1/public/media/"));
    assertThat(Simulators.asked(first + "/subscribed_apps")).isPositive();
  }

  @Test
  @Rows(part = "CHN-1")
  void showsPagesOfBusinessesAndGreysOutWhatCannotBeLinked() {
    UUID tenantId = tenant();
    Begun begun = Linking.begin(tenantId, "facebook");
    Linking.callback(begun, Linking.decide(begun, "approve"), true);

    Linking.session(tenantId, begun.id())
        .then()
        .body("state", equalTo("choose"))
        .body("pages.externalId", hasItem("900100200300402"))
        .body("pages.find { it.externalId == '900100200300403' }.reason", equalTo("tasks-missing"));
  }

  @Test
  @Rows(part = "CHN-2")
  void namesWhatWasNotGranted() {
    UUID tenantId = tenant();
    String page = Linking.page();
    Begun begun = Linking.begin(tenantId, "facebook");
    Linking.callback(
        begun,
        Linking.decide(
            begun, "approve&pages=" + page + "&scopes=pages_show_list&scopes=pages_messaging"),
        true);

    Linking.session(tenantId, begun.id())
        .then()
        .body(
            "missingPermissions",
            equalTo(List.of("pages_manage_metadata", "pages_read_engagement")));
    Linking.choose(tenantId, begun.id(), List.of(page)).then().statusCode(200);
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                list(tenantId)
                    .then()
                    .body("items[0].state", equalTo("permission-missing"))
                    .body("items[0].missingPermissions", hasItem("pages_manage_metadata")));
  }

  @Test
  void linksNothingWhenThePersonRefuses() {
    for (String kind : List.of("facebook", "zalo")) {
      UUID tenantId = tenant();
      Begun begun = Linking.begin(tenantId, kind);
      String to = Linking.callback(begun, Linking.decide(begun, "deny"), true);

      assertThat(to).endsWith("/channels?linkSession=" + begun.id());
      Linking.session(tenantId, begun.id())
          .then()
          .body("state", equalTo("refused"))
          .body("failureCode", equalTo("denied"));
      list(tenantId).then().body("items", hasSize(0));
    }
  }

  @Test
  void takesAStateOnceAndInItsBrowserOnly() {
    UUID tenantId = tenant();
    String page = Linking.page();
    Begun begun = Linking.begin(tenantId, "facebook");
    URI back = Linking.decide(begun, "approve&pages=" + page);

    assertThat(Linking.callback(begun, back, false)).endsWith("/?linkSession=invalid");
    assertThat(Linking.callback(Linking.begin(tenantId, "facebook"), back, true))
        .endsWith("/?linkSession=invalid");
    assertThat(Linking.callback(begun, back, true)).contains(begun.id());
    assertThat(Linking.callback(begun, back, true)).endsWith("/?linkSession=invalid");
    Linking.session(tenantId, begun.id()).then().body("state", equalTo("choose"));
  }

  @Test
  void refusesAForeignState() {
    Begun begun = Linking.begin(tenant(), "facebook");
    URI foreign =
        URI.create("/api/channels/v1/public/oauth/facebook/callback?code=x&state=made-up");

    assertThat(Linking.callback(begun, foreign, true)).endsWith("/?linkSession=invalid");
    URI none = URI.create("/api/channels/v1/public/oauth/facebook/callback?code=x");
    assertThat(Linking.callback(begun, none, true)).endsWith("/?linkSession=invalid");
  }

  @Test
  void saysWhenACodeWasUsedBefore() {
    UUID tenantId = tenant();
    Begun first = Linking.begin(tenantId, "facebook");
    String code = Linking.decide(first, "approve").getQuery().replaceAll(".*code=([^&]+).*", "$1");
    Linking.callback(first, back(first, code), true);
    Begun second = Linking.begin(tenantId, "facebook");
    Linking.callback(second, back(second, code), true);

    Linking.session(tenantId, second.id())
        .then()
        .body("state", equalTo("failed"))
        .body("failureCode", equalTo("facebook-100"));
  }

  private static URI back(Begun begun, String code) {
    String state = begun.dialogUrl().replaceAll(".*[?&]state=([^&]+).*", "$1");
    return URI.create(
        "/api/channels/v1/public/oauth/facebook/callback?code=" + code + "&state=" + state);
  }

  @Test
  void saysWhenTheTokenEndpointAnswersWellWithAnError() {
    UUID tenantId = tenant();
    Begun begun = Linking.begin(tenantId, "zalo");
    URI back =
        URI.create(
            Linking.decide(begun, "approve").toString().replaceAll("code=[^&]+", "code=wrong"));
    Linking.callback(begun, back, true);

    Linking.session(tenantId, begun.id())
        .then()
        .body("state", equalTo("failed"))
        .body("failureCode", equalTo("zalo-14003"));
  }

  @Test
  void anAccountBelongsToOneBusinessAtATime() {
    String page = Linking.page();
    UUID owner = tenant();
    Linking.pages(owner, page);
    UUID other = tenant();
    Begun begun = Linking.begin(other, "facebook");
    Linking.callback(begun, Linking.decide(begun, "approve&pages=" + page), true);

    Linking.session(other, begun.id())
        .then()
        .body("pages[0].linkable", equalTo(false))
        .body("pages[0].reason", equalTo("linked-elsewhere"));
    Linking.choose(other, begun.id(), List.of(page))
        .then()
        .statusCode(200)
        .body("linked", hasSize(0))
        .body("failed[0].code", equalTo("channel-exists"));
  }

  @Test
  @Rows(part = "CHN-3")
  void unlinksAndLinksTheSameChannelAgain() {
    UUID tenantId = tenant();
    String page = Linking.page();
    UUID channel = Linking.pages(tenantId, page).getFirst();

    owner(tenantId).delete("/api/v1/channels/" + channel).then().statusCode(204);
    owner(tenantId).delete("/api/v1/channels/" + channel).then().statusCode(404);
    list(tenantId).then().body("items", hasSize(0));
    assertThat(Linking.pages(tenantId, page)).containsExactly(channel);
    owner(tenantId)
        .get("/api/v1/channels/" + channel)
        .then()
        .statusCode(200)
        .body("state", equalTo("healthy"));
  }

  @Test
  void isForTheOwnerWhoBeganIt() {
    UUID tenantId = tenant();
    Begun begun = Linking.begin(tenantId, "zalo");
    UUID other = tenant();
    UUID channel = Linking.oa(tenantId, Linking.oa());

    for (String path : List.of(PATH + "/" + begun.id(), "/api/v1/channels/" + channel)) {
      given().get(path).then().statusCode(401);
      given().auth().oauth2(Tokens.agent(tenantId)).get(path).then().statusCode(403);
      owner(other).get(path).then().statusCode(404);
    }
    given().delete("/api/v1/channels/" + channel).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.agent(tenantId))
        .delete("/api/v1/channels/" + channel)
        .then()
        .statusCode(403);
    owner(other).delete("/api/v1/channels/" + channel).then().statusCode(404);
    owner(other).post("/api/v1/channels/" + channel + "/check").then().statusCode(404);
    Linking.choose(other, begun.id(), List.of("1")).then().statusCode(404);
    Linking.choose(tenantId, begun.id(), List.of("1"))
        .then()
        .statusCode(409)
        .body("code", equalTo("link-session-not-choosing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "channels",
        "",
        "/a b"
      })
  void comesBackToThisOriginOnly(String returnPath) {
    owner(tenant())
        .contentType("application/json")
        .body(Map.of("kind", "zalo", "returnPath", returnPath))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/returnPath"));
  }

  @Test
  void knowsNoOtherPlatform() {
    owner(tenant())
        .contentType("application/json")
        .body(Map.of("kind", "telegram", "returnPath", "/"))
        .post(PATH)
        .then()
        .statusCode(400);
    given().get("/api/v1/public/oauth/telegram/callback").then().statusCode(404);
  }

  @Test
  void checksOnDemand() {
    UUID tenantId = tenant();
    String page = Linking.page();
    UUID channel = Linking.pages(tenantId, page).getFirst();
    Simulators.act("facebook", page, "1", "act", "kill-token", "subcode", 460);

    owner(tenantId)
        .post("/api/v1/channels/" + channel + "/check")
        .then()
        .statusCode(200)
        .body("state", equalTo("reconnect-required"))
        .body("lastErrorCode", equalTo("facebook-190"));
  }

  private static io.restassured.specification.RequestSpecification owner(UUID tenantId) {
    return given().auth().oauth2(Linking.owner(tenantId));
  }

  private static Response list(UUID tenantId) {
    return owner(tenantId).get("/api/v1/channels");
  }
}
