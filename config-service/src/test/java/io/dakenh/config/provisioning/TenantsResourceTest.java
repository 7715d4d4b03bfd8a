package io.dakenh.config.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantsResourceTest {
  @Inject Keycloak keycloak;

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator()).contentType(ContentType.JSON);
  }

  private static String freshEmail() {
    return "chu-" + UUID.randomUUID() + "@hoamai.example";
  }

  @Test
  @Rows(part = "TEN-1")
  void createsABusinessThatWorksAtOnce() {
    String email = freshEmail();

    JsonPath tenant =
        operator()
            .body(Business.body("  Hoa  Mai <b>Đà Nẵng</b> ", email))
            .post("/api/v1/tenants")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .header("Location", matchesPattern("/api/config/v1/tenants/[0-9a-f-]{36}|http.*"))
            .body("name", equalTo("Hoa  Mai <b>Đà Nẵng</b>"))
            .body("status", equalTo("active"))
            .body("locale", equalTo("vi"))
            .body("timeZone", equalTo("Asia/Ho_Chi_Minh"))
            .body("widgetKey", matchesPattern("[A-Za-z0-9_-]{32}"))
            .extract()
            .jsonPath();

    UUID id = UUID.fromString(tenant.getString("id"));
    JsonPath person = keycloak.person(email);
    UUID ownerId = UUID.fromString(person.getString("[0].user.id"));
    assertThat(person.getList("")).hasSize(1);
    assertThat(person.getString("[0].user.firstName")).isEqualTo("Nguyễn Thị Hoa");
    assertThat(person.<String>getList("[0].roles")).containsExactly("owner");
    assertThat(person.<String>getList("[0].organizations.name")).containsExactly(id.toString());
    assertThat(person.<List<String>>getList("[0].organizations.attributes.tenantId"))
        .containsExactly(List.of(id.toString()));

    given()
        .auth()
        .oauth2(Tokens.owner(id, ownerId, "Nguyễn Thị Hoa"))
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(ownerId.toString()))
        .body("email", equalTo(email))
        .body("roles", equalTo(List.of("owner")))
        .body("tenant.id", equalTo(id.toString()))
        .body("tenant.widgetKey", equalTo(tenant.getString("widgetKey")))
        .body("departments.name", equalTo(List.of("Chăm sóc khách hàng")));
    given().get("/api/v1/public/widgets/" + tenant.getString("widgetKey")).then().statusCode(200);
  }

  @Test
  void announcesEverythingOfANewBusiness() {
    Business business = Business.fresh();

    try (EventProbe events = EventProbe.connect()) {
      TenantChanged tenant = events.await(EventCatalog.TENANT_CHANGED, business.id(), any -> true);
      StaffChanged owner = events.await(EventCatalog.STAFF_CHANGED, business.id(), any -> true);
      DepartmentChanged department =
          events.await(EventCatalog.DEPARTMENT_CHANGED, business.id(), any -> true);
      WidgetPublished widget =
          events.await(EventCatalog.WIDGET_PUBLISHED, business.id(), any -> true);

      assertThat(tenant.version()).isEqualTo(1);
      assertThat(tenant.name()).isEqualTo(business.name());
      assertThat(tenant.widgetKey()).isEqualTo(business.widgetKey());
      assertThat(owner)
          .isEqualTo(
              new StaffChanged(
                  business.id(),
                  business.ownerId(),
                  1,
                  "Nguyễn Thị Hoa",
                  "owner",
                  true,
                  null,
                  null,
                  business.ownerEmail()));
      assertThat(department.agentIds()).containsExactly(business.ownerId());
      assertThat(department.defaultDepartment()).isTrue();
      assertThat(widget)
          .isEqualTo(new WidgetPublished(business.id(), business.widgetKey(), 1, null));
    }
  }

  @Test
  void theSameKeyGivesTheSameBusiness() {
    String email = freshEmail();
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = Business.body("Hoa Sen", email);

    String first =
        operator().header("Idempotency-Key", key).body(body).post("/api/v1/tenants").asString();
    String again =
        operator().header("Idempotency-Key", key).body(body).post("/api/v1/tenants").asString();

    assertThat(again).isEqualTo(first).contains("widgetKey");
    operator()
        .header("Idempotency-Key", key)
        .body(Business.body("Hoa Cúc", email))
        .post("/api/v1/tenants")
        .then()
        .statusCode(409)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void refusesAnEmailInUseAndLeavesNothing() {
    Business first = Business.fresh();

    operator()
        .body(Business.body("Trùng thư", first.ownerEmail().toUpperCase(java.util.Locale.ROOT)))
        .post("/api/v1/tenants")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("email-exists"));

    assertThat(keycloak.person(first.ownerEmail()).<String>getList("[0].organizations.name"))
        .containsExactly(first.id().toString());
  }

  @Test
  void namesEverythingThatIsWrong() {
    operator()
        .body(
            Map.of(
                "name",
                "x".repeat(300),
                "locale",
                "fr",
                "timeZone",
                "Mars/Olympus",
                "owner",
                Map.of("name", "Hoa\u0007", "email", "không phải thư", "password", "ngắn")))
        .post("/api/v1/tenants")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body(
            "errors.pointer",
            hasItems(
                "/name", "/locale", "/timeZone", "/owner/name", "/owner/email", "/owner/password"))
        .body("errors.find { it.pointer == '/name' }.code", equalTo("too-long"))
        .body("errors.find { it.pointer == '/owner/name' }.code", equalTo("control-character"));
    operator()
        .body("{")
        .post("/api/v1/tenants")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    operator()
        .body("{}")
        .post("/api/v1/tenants")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/owner/email"));
  }

  @Test
  void passesOnWhatThePasswordPolicySays() {
    String email = freshEmail();

    operator()
        .body(
            Map.of(
                "name",
                "Hoa Mai",
                "owner",
                Map.of("name", "Hoa", "email", email, "password", email)))
        .post("/api/v1/tenants")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/owner/password"))
        .body("errors[0].code", equalTo("weak-password"));
  }

  @Test
  void isForOperatorsOnly() {
    Business business = Business.fresh();
    Map<String, Object> body = Business.body("Lạ", freshEmail());

    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(401)
        .body("code", equalTo("token-missing"));
    business
        .asOwner()
        .body(body)
        .post("/api/v1/tenants")
        .then()
        .statusCode(403)
        .body("code", equalTo("role-required"));
    business.asAgent().get("/api/v1/tenants/" + business.id()).then().statusCode(403);
    operator()
        .get("/api/v1/tenants/" + business.id())
        .then()
        .statusCode(200)
        .body("name", equalTo(business.name()))
        .header("ETag", notNullValue());
    operator()
        .get("/api/v1/tenants/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("tenant-not-found"));
  }
}
