package io.dakenh.config.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnTenantResourceTest {
  private static final String PATH = "/api/v1/tenant";

  @Test
  void changesNameLanguageAndTimeZone() {
    Business business = Business.fresh();

    business
        .asOwner()
        .contentType("application/merge-patch+json;charset=UTF-8")
        .header("If-Match", "\"1\"")
        .body("{\"name\": \"Hoa Mai Đà Lạt\", \"locale\": \"en\", \"timeZone\": \"Asia/Bangkok\"}")
        .patch(PATH)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Hoa Mai Đà Lạt"))
        .body("timeZone", equalTo("Asia/Bangkok"));

    given()
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .body("locale", equalTo("en"))
        .body("version", equalTo(2));
    business.asOwner().header("If-None-Match", "\"2\"").get(PATH).then().statusCode(304);
    try (EventProbe events = EventProbe.connect()) {
      TenantChanged event =
          events.await(EventCatalog.TENANT_CHANGED, business.id(), e -> e.version() == 2);
      assertThat(event.locale()).isEqualTo("en");
      events.await(EventCatalog.WIDGET_PUBLISHED, business.id(), e -> e.version() == 2);
    }
  }

  @Test
  void namesEverythingThatIsWrong() {
    Business business = Business.fresh();

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body("{\"name\": null, \"locale\": 5, \"timeZone\": \"Hanoi\", \"status\": \"suspended\"}")
        .patch(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/name", "/locale", "/timeZone", "/status"));
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body("[]")
        .patch(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    business.asOwner().body("{}").patch(PATH).then().statusCode(428);
    business.asOwner().header("If-Match", "\"0\"").body("{}").patch(PATH).then().statusCode(412);
  }

  @Test
  @Rows(part = "GEN-1")
  void isForOwnersOnly() {
    Business business = Business.fresh();

    given().get(PATH).then().statusCode(401);
    given().body("{}").contentType("application/json").patch(PATH).then().statusCode(401);
    business.asAgent().get(PATH).then().statusCode(403);
    business.asAgent().header("If-Match", "\"1\"").body("{}").patch(PATH).then().statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get(PATH)
        .then()
        .statusCode(404)
        .body("code", equalTo("tenant-not-found"));
    given().get("/api/v1/me").then().statusCode(401);
    given().auth().oauth2(Tokens.operator()).get("/api/v1/me").then().statusCode(403);
    business
        .asAgent()
        .get("/api/v1/me")
        .then()
        .statusCode(404)
        .body("code", equalTo("staff-not-found"));
  }
}
