package io.dakenh.config.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatedTenantsResourceTest {
  private static final String PATH = "/api/v1/tenants";

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator()).contentType(ContentType.JSON);
  }

  private static Map<String, String> wanted(String status) {
    return Map.of("status", status, "reason", "Chưa trả phí");
  }

  private static int change(UUID id, long version, Object body) {
    return operator()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .put(PATH + "/" + id + "/status")
        .statusCode();
  }

  private static void untilWidgetAnswers(Business business, int status) {
    Awaitility.await("the widget to answer " + status)
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        given().get("/api/v1/public/widgets/" + business.widgetKey()).statusCode())
                    .isEqualTo(status));
  }

  @Test
  void finds_businesses_by_name_id_and_state() {
    String word = "Đèn Lồng " + UUID.randomUUID().toString().substring(0, 8);
    List<String> ids = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      ids.addFirst(
          operator()
              .body(
                  Business.body(
                      word.toUpperCase(Locale.ROOT) + " " + number,
                      UUID.randomUUID() + "@den.example"))
              .post(PATH)
              .then()
              .statusCode(201)
              .extract()
              .path("id"));
    }

    String cursor =
        operator()
            .queryParam("q", word)
            .queryParam("limit", 2)
            .get(PATH)
            .then()
            .statusCode(200)
            .body("items.id", equalTo(ids.subList(0, 2)))
            .extract()
            .path("nextCursor");
    operator()
        .queryParams(Map.of("q", word, "limit", 2, "cursor", cursor))
        .get(PATH)
        .then()
        .body("items.id", equalTo(ids.subList(2, 3)))
        .body("nextCursor", equalTo(null));
    operator()
        .queryParam("q", ids.getFirst())
        .get(PATH)
        .then()
        .body("items", hasSize(1))
        .body("items[0].status", equalTo("active"));
    assertThat(change(UUID.fromString(ids.getFirst()), 1, wanted("suspended"))).isEqualTo(200);
    operator()
        .queryParams(Map.of("q", word, "status", "suspended"))
        .get(PATH)
        .then()
        .body("items.id", equalTo(ids.subList(0, 1)))
        .body("items[0].statusReason", equalTo("Chưa trả phí"));
    // What looks like a pattern is none.
    operator().queryParam("q", ".*" + word).get(PATH).then().body("items", hasSize(0));
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void a_suspended_business_is_off_the_air_and_resumed_it_is_as_before() {
    Business business = Business.fresh();
    untilWidgetAnswers(business, 200);

    assertThat(change(business.id(), 1, wanted("suspended"))).isEqualTo(200);

    untilWidgetAnswers(business, 404);
    try (EventProbe probe = EventProbe.connect()) {
      TenantChanged told =
          probe.await(EventCatalog.TENANT_CHANGED, business.id(), event -> event.version() == 2);
      assertThat(told.status()).isEqualTo("suspended");
    }
    Awaitility.await("its people to be refused")
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get("/api/v1/departments")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("tenant-suspended")));

    assertThat(change(business.id(), 1, wanted("active"))).isEqualTo(412);
    assertThat(change(business.id(), 2, wanted("suspended"))).isEqualTo(200);
    assertThat(change(business.id(), 2, wanted("active"))).isEqualTo(200);

    untilWidgetAnswers(business, 200);
    Awaitility.await("its people to be let in")
        .untilAsserted(() -> business.asOwner().get("/api/v1/departments").then().statusCode(200));
  }

  @Test
  @Rows(part = "GEN-1")
  void what_is_not_understood_is_refused_and_so_is_everybody_else() {
    Business business = Business.fresh();

    assertThat(change(business.id(), 1, wanted("frozen"))).isEqualTo(400);
    assertThat(change(business.id(), 1, Map.of("status", "suspended"))).isEqualTo(400);
    assertThat(change(UUID.randomUUID(), 1, wanted("suspended"))).isEqualTo(404);
    operator()
        .body(wanted("suspended"))
        .put(PATH + "/" + business.id() + "/status")
        .then()
        .statusCode(428);
    operator().queryParam("status", "frozen").get(PATH).then().statusCode(400);
    operator().queryParam("cursor", "eA").get(PATH).then().statusCode(400);
    business.asOwner().get(PATH).then().statusCode(403);
    business.asAgent().get(PATH).then().statusCode(403);
    given().get(PATH).then().statusCode(401);
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(wanted("active"))
        .put(PATH + "/" + business.id() + "/status")
        .then()
        .statusCode(403);
  }
}
