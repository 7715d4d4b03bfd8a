package io.dakenh.config.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffResourceTest {
  private static final String PATH = "/api/v1/staff/";
  private static final String MERGE_PATCH = "application/merge-patch+json;charset=UTF-8";

  @Inject Keycloak keycloak;
  @Inject TenantRepository tenants;

  @AfterEach
  void healKeycloak() {
    keycloak.heal();
  }

  private static Map<String, Object> person(String name, String role) {
    return Map.of(
        "name",
        name,
        "email",
        UUID.randomUUID() + "@hoamai.example",
        "role",
        role,
        "password",
        Business.PASSWORD);
  }

  @Test
  @Rows(part = "TEN-2")
  void addsAPersonWhoCanSignIn() {
    Business business = Business.fresh();
    Map<String, Object> binh = person("Trần Văn <b>Bình</b>", "agent");

    String id =
        business
            .asOwner()
            .body(binh)
            .post(PATH)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("name", equalTo("Trần Văn <b>Bình</b>"))
            .body("email", equalTo(binh.get("email")))
            .body("role", equalTo("agent"))
            .body("active", equalTo(true))
            .body("password", nullValue())
            .extract()
            .path("id");

    JsonPath known = keycloak.person((String) binh.get("email"));
    assertThat(known.getString("[0].user.id")).isEqualTo(id);
    assertThat(known.<String>getList("[0].roles")).containsExactly("agent");
    assertThat(known.<String>getList("[0].organizations.name"))
        .containsExactly(business.id().toString());
    given()
        .auth()
        .oauth2(Tokens.agent(business.id(), UUID.fromString(id), "Bình"))
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("agent")))
        .body("departments", hasSize(0));
    try (EventProbe events = EventProbe.connect()) {
      StaffChanged event =
          events.await(
              EventCatalog.STAFF_CHANGED, business.id(), e -> e.staffId().toString().equals(id));
      assertThat(event.role()).isEqualTo("agent");
    }
  }

  @Test
  @Rows(part = "TEN-2")
  void deactivatingEndsSessionsAndSignIns() {
    Business business = Business.fresh();
    Map<String, Object> body = person("Lê Thu Cúc", "agent");
    String id = business.asOwner().body(body).post(PATH).path("id");

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"active\": false}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("active", equalTo(false));

    JsonPath known = keycloak.person((String) body.get("email"));
    assertThat(known.getBoolean("[0].user.enabled")).isFalse();
    assertThat(known.getInt("[0].logouts")).isEqualTo(1);
    given()
        .auth()
        .oauth2(Tokens.agent(business.id(), UUID.fromString(id), "Cúc"))
        .get("/api/v1/me")
        .then()
        .statusCode(403)
        .body("code", equalTo("staff-inactive"));
    business
        .asOwner()
        .body(Business.department("Nghỉ", UUID.fromString(id)))
        .post("/api/v1/departments")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/agentIds/0")));
    try (EventProbe events = EventProbe.connect()) {
      events.await(
          EventCatalog.STAFF_CHANGED,
          business.id(),
          e -> e.staffId().toString().equals(id) && !e.active() && e.version() == 2);
    }
  }

  @Test
  @Rows(part = "DEP-10")
  void keepsHowManyConversationsAPersonTakes() {
    Business business = Business.fresh();
    String id = business.hire("Phạm Minh Đức", "agent").toString();

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"capacity\": 3}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .body("capacity", equalTo(3));
    try (EventProbe events = EventProbe.connect()) {
      events.await(
          EventCatalog.STAFF_CHANGED,
          business.id(),
          e -> e.staffId().toString().equals(id) && Integer.valueOf(3).equals(e.capacity()));
    }
    for (String wrong : new String[] {"0", "101", "\"nhiều\"", "2.5"}) {
      business
          .asOwner()
          .contentType(MERGE_PATCH)
          .header("If-Match", "\"2\"")
          .body("{\"capacity\": " + wrong + "}")
          .patch(PATH + id)
          .then()
          .statusCode(400)
          .body("errors.pointer", equalTo(java.util.List.of("/capacity")));
    }
    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"2\"")
        .body("{\"capacity\": null}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .body("capacity", nullValue());
  }

  @Test
  @Rows(part = "TEN-2")
  void changesNamePictureAndRole() {
    Business business = Business.fresh();
    Map<String, Object> body = person("Phạm Minh Đức", "agent");
    String id = business.asOwner().body(body).post(PATH).path("id");

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"name\": \"Phạm Đức\", \"role\": \"owner\", \"avatarUrl\": \"/media/duc.png\"}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Phạm Đức"))
        .body("role", equalTo("owner"))
        .body("avatarUrl", equalTo("/media/duc.png"));
    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"2\"")
        .body("{\"avatarUrl\": null}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .body("avatarUrl", nullValue());

    JsonPath known = keycloak.person((String) body.get("email"));
    assertThat(known.getString("[0].user.firstName")).isEqualTo("Phạm Đức");
    assertThat(known.<String>getList("[0].roles")).containsExactly("owner");
    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"3\"")
        .body(
            "{\"email\": \"moi@hoamai.example\", \"active\": \"no\", \"avatarUrl\": \"javascript:alert(1)\"}")
        .patch(PATH + id)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/email", "/active", "/avatarUrl"));
  }

  @Test
  void aChangeThatChangesNothingKeepsTheVersion() {
    Business business = Business.fresh();
    String id = business.hire("Không Đổi", "agent").toString();

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"name\": \" Không Đổi \"}")
        .patch(PATH + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  void theLastOwnerStays() {
    Business business = Business.fresh();
    String last = business.ownerId().toString();

    for (String change : List.of("{\"active\": false}", "{\"role\": \"agent\"}")) {
      business
          .asOwner()
          .contentType(MERGE_PATCH)
          .header("If-Match", "\"1\"")
          .body(change)
          .patch(PATH + last)
          .then()
          .statusCode(422)
          .body("code", equalTo("last-owner"));
    }
    business.hire("Chủ Thứ Hai", "owner");
    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"role\": \"agent\"}")
        .patch(PATH + last)
        .then()
        .statusCode(200);
  }

  @Test
  void twoOwnersCannotRemoveEachOther() throws Exception {
    Business business = Business.fresh();
    UUID second = business.hire("Chủ Thứ Hai", "owner");
    // Nobody of the two asks: whoever is removed is refused from then on.
    String third = Tokens.owner(business.id());
    List<Callable<Integer>> removals = new ArrayList<>();
    for (UUID id : List.of(business.ownerId(), second)) {
      removals.add(
          () ->
              given()
                  .auth()
                  .oauth2(third)
                  .contentType(MERGE_PATCH)
                  .header("If-Match", "\"1\"")
                  .body("{\"active\": false}")
                  .patch(PATH + id)
                  .statusCode());
    }

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Integer> done : threads.invokeAll(removals)) {
        statuses.add(done.get());
      }
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    assertThat(
            given()
                .auth()
                .oauth2(third)
                .get(PATH)
                .jsonPath()
                .<Boolean>getList("items.findAll { it.role == 'owner' }.active"))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aCheckAnotherRequestHasJustNotedIsLeftToIt() {
    Business business = Business.fresh();
    UUID second = business.hire("Chủ Thứ Hai", "owner");
    UUID third = business.hire("Chủ Thứ Ba", "owner");
    assertThat(tenants.releaseOwner(business.id(), second)).isTrue();

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"role\": \"agent\"}")
        .patch(PATH + third)
        .then()
        .statusCode(200);

    assertThat(tenants.require(business.id()).ownerIds).containsExactly(business.ownerId());
  }

  @Test
  void keycloakFollowsLaterWhenItWentAwayInBetween() {
    Business business = Business.fresh();
    Map<String, Object> body = person("Vắng Mặt", "agent");
    String email = (String) body.get("email");
    String id = business.asOwner().body(body).post(PATH).path("id");
    keycloak.fail("PUT", ".*/users/" + id, "before");

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"active\": false}")
        .patch(PATH + id)
        .then()
        .statusCode(200);
    assertThat(keycloak.person(email).getBoolean("[0].user.enabled")).isTrue();
    keycloak.heal();

    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> assertThat(keycloak.person(email).getBoolean("[0].user.enabled")).isFalse());
  }

  @Test
  void saysWhenSignInsCannotBeManaged() {
    Business business = Business.fresh();
    String id = business.hire("Chờ", "agent").toString();
    keycloak.fail("GET", ".*/users/" + id, "before");

    business
        .asOwner()
        .contentType(MERGE_PATCH)
        .header("If-Match", "\"1\"")
        .body("{\"active\": false}")
        .patch(PATH + id)
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("identity-unavailable"));

    business
        .asOwner()
        .get(PATH + id)
        .then()
        .body("active", equalTo(true))
        .body("version", equalTo(1));
  }

  @Test
  void namesEverythingThatIsWrong() {
    Business business = Business.fresh();

    business
        .asOwner()
        .body(Map.of("name", "n".repeat(300), "email", "x", "role", "boss", "password", "1"))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/name", "/email", "/role", "/password"));
    Map<String, Object> taken = new HashMap<>(person("Trùng", "agent"));
    taken.put("email", business.ownerEmail());
    business
        .asOwner()
        .body(taken)
        .post(PATH)
        .then()
        .statusCode(409)
        .body("code", equalTo("email-exists"));
    business.asOwner().get(PATH).then().body("items", hasSize(1));
  }

  @Test
  void theSameKeyGivesTheSamePerson() {
    Business business = Business.fresh();
    Map<String, Object> body = person("Một Người", "agent");

    String first =
        business.asOwner().header("Idempotency-Key", "p1").body(body).post(PATH).asString();
    String again =
        business.asOwner().header("Idempotency-Key", "p1").body(body).post(PATH).asString();

    assertThat(again).isEqualTo(first).contains("Một Người");
    business.asOwner().get(PATH).then().body("items", hasSize(2));
  }

  @Test
  void listsInPages() {
    Business business = Business.fresh();
    business.hire("Bình", "agent");
    business.hire("Cúc", "agent");

    JsonPath page = business.asOwner().get(PATH + "?limit=2").jsonPath();
    assertThat(page.<String>getList("items.name")).containsExactly("Nguyễn Thị Hoa", "Bình");
    business
        .asOwner()
        .queryParam("limit", 2)
        .queryParam("cursor", page.getString("nextCursor"))
        .get(PATH)
        .then()
        .body("items.name", equalTo(List.of("Cúc")))
        .body("nextCursor", nullValue());
    business.asOwner().get(PATH + "?cursor=YQpi").then().statusCode(400);
  }

  @Test
  @Rows(part = {"GEN-1", "TEN-3"})
  void onlyAnOwnerAndOnlyTheOwn() {
    Business business = Business.fresh();
    Business other = Business.fresh();
    String id = other.ownerId().toString();
    Map<String, Object> body = person("X", "agent");

    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    given().contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(401);
    given().contentType(ContentType.JSON).body("{}").patch(PATH + id).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.expired(business.id()))
        .get(PATH)
        .then()
        .statusCode(401)
        .body("code", equalTo("token-expired"));
    given()
        .auth()
        .oauth2(Tokens.forged(business.id()))
        .get(PATH)
        .then()
        .statusCode(401)
        .body("code", equalTo("token-invalid"));
    given().auth().oauth2(Tokens.wrongAudience(business.id())).get(PATH).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.noTenant())
        .get(PATH)
        .then()
        .statusCode(403)
        .body("code", equalTo("tenant-required"));
    given()
        .auth()
        .oauth2(Tokens.twoTenants(business.id(), other.id()))
        .get(PATH)
        .then()
        .statusCode(403);
    given().auth().oauth2(Tokens.operator()).get(PATH).then().statusCode(403);

    business.asAgent().get(PATH).then().statusCode(403).body("code", equalTo("role-required"));
    business.asAgent().get(PATH + business.ownerId()).then().statusCode(403);
    business.asAgent().body(body).post(PATH).then().statusCode(403);
    business.asAgent().body("{}").patch(PATH + id).then().statusCode(403);

    business
        .asOwner()
        .get(PATH + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("staff-not-found"));
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body("{\"active\": false}")
        .patch(PATH + id)
        .then()
        .statusCode(404);
    business
        .asOwner()
        .body("{\"active\": false}")
        .patch(PATH + business.ownerId())
        .then()
        .statusCode(428);
    business
        .asOwner()
        .header("If-Match", "\"7\"")
        .body("{\"active\": false}")
        .patch(PATH + business.ownerId())
        .then()
        .statusCode(412);
    other.asOwner().get(PATH + id).then().statusCode(200).body("active", equalTo(true));
  }
}
