package io.dakenh.channels.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.provider.Kind;
import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linking, the daily check and the list, against the simulated providers. */
@QuarkusTest
class ChannelResourceTest {
  private static final String PATH = "/api/v1/channels";

  @Inject ChannelService channels;
  @Inject AgroalDataSource database;

  @Test
  @Rows(part = "CHN-6")
  void listsALinkedPage() {
    UUID tenantId = tenant();
    String page = linkPage(tenantId, Simulators.ALL_SCOPES);

    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("facebook"))
        .body("items[0].externalId", equalTo(page))
        .body("items[0].name", equalTo("Cửa hàng Hoa Mai"))
        .body("items[0].pictureUrl", equalTo("https://cdn.example.test/p.png"))
        .body("items[0].state", equalTo("healthy"))
        .body("items[0].missingPermissions", hasSize(0))
        .body("items[0]", not(org.hamcrest.Matchers.hasKey("accessToken")));
  }

  @Test
  @Rows(part = "CHN-6")
  void namesWhatWasNotGrantedForThePage() {
    UUID tenantId = tenant();
    String page = page();
    Simulators.facebookToken(
        "token-" + page,
        page,
        List.of("pages_messaging", "pages_manage_metadata", "pages_show_list"),
        Map.of("pages_messaging", List.of("another-page")),
        0);
    channels.link(link(tenantId, page));

    assertThat(awaitState(tenantId, "permission-missing").missingPermissions())
        .containsExactly("pages_messaging", "pages_read_engagement");
  }

  @Test
  @Rows(part = "CHN-6")
  void asksForANewLoginWhenTheTokenDied() {
    UUID tenantId = tenant();
    String page = page();
    Simulators.facebookToken("token-" + page, page, Simulators.ALL_SCOPES, Map.of(), 190);
    channels.link(link(tenantId, page));

    assertThat(awaitState(tenantId, "reconnect-required").lastErrorCode())
        .isEqualTo("facebook-190");
    try (EventProbe probe = EventProbe.connect()) {
      ChannelChanged told =
          probe.await(
              EventCatalog.CHANNEL_CHANGED,
              tenantId,
              event -> event.state().equals("reconnect-required"));
      assertThat(told.externalId()).isEqualTo(page);
      assertThat(told.version()).isEqualTo(2);
    }
  }

  @Test
  @Rows(part = "CHN-6")
  void checksAnOfficialAccount() {
    UUID tenantId = tenant();
    Simulators.zaloToken("zalo-" + tenantId, "oa-" + tenantId, 0);
    channels.link(oa(tenantId, "oa-" + tenantId));
    UUID other = tenant();
    Simulators.zaloToken("zalo-" + other, "oa-of-somebody-else", 0);
    channels.link(oa(other, "oa-" + other));

    assertThat(awaitState(other, "reconnect-required").lastErrorCode()).isEqualTo("zalo-other-oa");
    assertThat(awaitChecked(tenantId).state()).isEqualTo("healthy");
  }

  @Test
  @Rows(part = "CHN-6")
  void keepsTheStateWhileTheProviderIsBroken() throws SQLException {
    UUID tenantId = tenant();
    linkPage(tenantId, Simulators.ALL_SCOPES);
    awaitChecked(tenantId);
    Simulators.fault("facebook", 503);
    try {
      due(tenantId);
      Awaitility.await()
          .untilAsserted(() -> assertThat(only(tenantId).lastErrorCode()).isEqualTo("facebook-2"));
      assertThat(only(tenantId).state()).isEqualTo("healthy");
    } finally {
      Simulators.fault("facebook", 0);
    }
    due(tenantId);
    Awaitility.await().untilAsserted(() -> assertThat(only(tenantId).lastErrorCode()).isNull());
  }

  @Test
  void keepsNoTokenInTheClear() throws SQLException {
    UUID tenantId = tenant();
    String page = linkPage(tenantId, Simulators.ALL_SCOPES);
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select channel::text from channel where tenant_id = ?")) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).contains("v2.").doesNotContain("token-" + page);
      }
    }
  }

  @Test
  void treatsATokenOfAnotherRowAsUnreadable() throws SQLException {
    UUID victim = tenant();
    linkPage(victim, Simulators.ALL_SCOPES);
    UUID thief = tenant();
    linkPage(thief, Simulators.ALL_SCOPES);
    awaitChecked(thief);
    try (Connection connection = database.getConnection();
        PreparedStatement swap =
            connection.prepareStatement(
                """
                update channel set next_check_at = now(),
                  access_token = (select access_token from channel where tenant_id = ?)
                where tenant_id = ?""")) {
      swap.setObject(1, victim);
      swap.setObject(2, thief);
      swap.executeUpdate();
    }
    assertThat(awaitState(thief, "reconnect-required").lastErrorCode())
        .isEqualTo("token-unreadable");
  }

  @Test
  void keepsThePlaceOfAnUnlinkedPage() {
    UUID tenantId = tenant();
    String page = linkPage(tenantId, Simulators.ALL_SCOPES);
    UUID first = only(tenantId).id();
    channels.unlink(tenantId, first);
    assertThat(list(tenantId)).isEmpty();
    assertThatThrownBy(() -> channels.unlink(tenantId, first)).isInstanceOf(ProblemException.class);

    assertThat(channels.link(link(tenantId, page))).isEqualTo(first);
    assertThat(only(tenantId).externalId()).isEqualTo(page);
  }

  @Test
  @Rows(part = "TEN-3")
  void givesAPageToOneTenantAtATime() {
    UUID mine = tenant();
    String page = linkPage(mine, Simulators.ALL_SCOPES);
    UUID other = tenant();

    assertThatThrownBy(() -> channels.link(link(other, page)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("channel-exists"));
    assertThatThrownBy(() -> channels.unlink(other, only(mine).id()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("channel-not-found"));
    channels.unlink(mine, only(mine).id());
    channels.link(link(other, page));
    assertThat(list(mine)).isEmpty();
    assertThat(list(other)).hasSize(1);
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    UUID tenantId = tenant();
    List<String> linked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      linked.add(linkPage(tenantId, Simulators.ALL_SCOPES));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          given()
              .auth()
              .oauth2(Tokens.owner(tenantId))
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get(PATH)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.externalId"));
      cursor = page.path("nextCursor");
    }
    assertThat(seen).isEqualTo(linked);
  }

  @Test
  @Rows(part = {"GEN-1", "TEN-3"})
  void refusesWhoIsNoOwner() {
    UUID tenantId = tenant();
    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    refused(Tokens.agent(tenantId), 403, "role-required");
    refused(Tokens.operator(), 403, "role-required");
    refused(Tokens.expired(tenantId), 401, "token-expired");
    refused(Tokens.forged(tenantId), 401, "token-invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0, /limit",
    "limit, 101, /limit",
    "cursor, abc, /cursor",
    "cursor, bm90LWEtdXVpZA, /cursor"
  })
  void refusesBadPaging(String parameter, String value, String pointer) {
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .queryParam(parameter, value)
        .get(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer));
  }

  private UUID tenant() {
    UUID tenantId = UUID.randomUUID();
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    return tenantId;
  }

  private String linkPage(UUID tenantId, List<String> scopes) {
    String page = page();
    Simulators.facebookToken("token-" + page, page, scopes);
    channels.link(link(tenantId, page));
    return page;
  }

  private static String page() {
    return "page-" + UUID.randomUUID();
  }

  private static LinkChannel link(UUID tenantId, String page) {
    return new LinkChannel(
        tenantId,
        Kind.FACEBOOK,
        page,
        "Cửa hàng Hoa Mai",
        "https://cdn.example.test/p.png",
        "token-" + page,
        null,
        null);
  }

  private static LinkChannel oa(UUID tenantId, String oaId) {
    return new LinkChannel(
        tenantId, Kind.ZALO, oaId, "OA", null, "zalo-" + tenantId, "refresh-" + tenantId, null);
  }

  private ChannelView awaitState(UUID tenantId, String state) {
    return Awaitility.await().until(() -> only(tenantId), view -> view.state().equals(state));
  }

  /** A check moves the due time to the next day. */
  private ChannelView awaitChecked(UUID tenantId) {
    Awaitility.await()
        .until(
            () ->
                count(
                        tenantId,
                        "select count(*) from channel where tenant_id = ? and next_check_at > now() + interval '1 hour'")
                    == 1);
    return only(tenantId);
  }

  private void due(UUID tenantId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update channel set next_check_at = now() where tenant_id = ?")) {
      update.setObject(1, tenantId);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private long count(UUID tenantId, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private ChannelView only(UUID tenantId) {
    List<ChannelView> all = list(tenantId);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private List<ChannelView> list(UUID tenantId) {
    return channels.page(tenantId, 20, null).items();
  }

  private static void refused(String token, int status, String code) {
    given().auth().oauth2(token).get(PATH).then().statusCode(status).body("code", equalTo(code));
  }
}
