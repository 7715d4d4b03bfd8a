package io.dakenh.config.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.contracts.erasure.TenantErased;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AuditRecorded;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest {
  private static final List<String> OTHERS =
      List.of(
          "livetalk-service",
          "routing-service",
          "billing-minutes-service",
          "referral-service",
          "channel-connector-service");

  @Inject MongoClient mongo;
  @Inject Keycloak keycloak;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String databaseName;

  @AfterEach
  void heal() {
    keycloak.heal();
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator()).contentType(ContentType.JSON);
  }

  private static void suspend(Business business) {
    operator()
        .header("If-Match", "\"1\"")
        .body(Map.of("status", "suspended", "reason", "Chủ yêu cầu"))
        .put("/api/v1/tenants/" + business.id() + "/status")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse erase(Business business, String name) {
    return operator()
        .body(Map.of("name", name, "reason", "Chủ yêu cầu xoá"))
        .post("/api/v1/tenants/" + business.id() + "/erasures")
        .then();
  }

  private static JsonPath erasure(String id) {
    return operator().get("/api/v1/erasures/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static String state(String id, String service) {
    return erasure(id).getString("services.find { it.service == '" + service + "' }.state");
  }

  private static void answer(EventProbe probe, UUID tenantId, String erasure, String service) {
    probe.publish(
        EventCatalog.TENANT_ERASED,
        tenantId.toString(),
        tenantId,
        new TenantErased(
            tenantId,
            UUID.fromString(erasure),
            service,
            List.of(new TenantErased.Count("conversation", 7)),
            List.of(),
            Instant.now()));
  }

  private static void until(String what, org.awaitility.core.ThrowingRunnable holds) {
    Awaitility.await(what).atMost(Duration.ofSeconds(25)).untilAsserted(holds);
  }

  private MongoDatabase database() {
    return mongo.getDatabase(databaseName);
  }

  private List<String> left(UUID tenantId) {
    List<String> left = new ArrayList<>();
    for (String name : database().listCollectionNames()) {
      for (Document document :
          database().getCollection(name).find(new Document("tenantId", tenantId))) {
        String action = document.getString("action");
        left.add(action == null ? name : name + " " + action);
      }
    }
    return left;
  }

  @Test
  void no_collection_is_forgotten() throws IllegalAccessException {
    List<String> all = new ArrayList<>();
    for (Field field : Collections.class.getFields()) {
      if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
        all.add((String) field.get(null));
      }
    }
    List<String> decided = new ArrayList<>(ErasedCollections.ERASED);
    decided.addAll(ErasedCollections.KEPT.keySet());

    assertThat(all).containsExactlyInAnyOrderElementsOf(decided);
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void a_suspended_business_goes_for_good_and_the_receipt_stays() {
    Business business = Business.fresh();
    Business other = Business.fresh();
    UUID agent = business.hire("Trần Văn Bình", "agent");
    business.open("Kỹ thuật", agent);
    String otherBefore = other.asOwner().get("/api/v1/staff").asString();
    suspend(business);

    String id =
        erase(business, business.name())
            .statusCode(202)
            .header("Location", containsString("/api/config/v1/erasures/"))
            .extract()
            .path("id");
    erase(business, business.name()).statusCode(202).body("id", equalTo(id));

    try (EventProbe probe = EventProbe.connect()) {
      TenantErasureRequested asked =
          probe.await(
              EventCatalog.TENANT_ERASURE_REQUESTED, business.id(), any -> any.erasureId() != null);
      assertThat(asked.erasureId()).hasToString(id);
      until(
          "this service to be done",
          () -> assertThat(state(id, "config-service")).isEqualTo("erased"));
      assertThat(state(id, "identity")).isEqualTo("erased");
      assertThat(keycloak.person(business.ownerEmail()).getList("")).isEmpty();
      assertThat(keycloak.person(other.ownerEmail()).getList("")).hasSize(1);
      // A new consumer of a compacted topic hears nothing of the people any more.
      assertThat(
              probe
                  .present("config.staff.v1", seen -> agent.toString().equals(seen.key()))
                  .getLast()
                  .json())
          .isNull();
      operator().get("/api/v1/erasures/" + id + "/receipt").then().statusCode(409);
      // It is on its way out: nothing changes it.
      operator()
          .header("If-Match", "\"3\"")
          .body(Map.of("status", "active", "reason", "Nhầm"))
          .put("/api/v1/tenants/" + business.id() + "/status")
          .then()
          .statusCode(409)
          .body("code", equalTo("tenant-erasing"));

      OTHERS.forEach(service -> answer(probe, business.id(), id, service));
      answer(probe, business.id(), id, "routing-service");
      until(
          "all to have answered",
          () -> assertThat(erasure(id).getString("completedAt")).isNotNull());
      // What another service reports late is not kept.
      UUID late = UUID.randomUUID();
      probe.publish(
          EventCatalog.AUDIT_RECORDED,
          late.toString(),
          business.id(),
          new AuditRecorded(
              business.id(),
              late,
              "label.created",
              late.toString(),
              agent,
              List.of(),
              Instant.now()));
    }
    until(
        "nothing to be left",
        () ->
            assertThat(left(business.id()))
                .containsExactlyInAnyOrder(
                    "tenant_erasure", "audit tenant.erasure-requested", "audit tenant.erased"));
    operator().get("/api/v1/tenants/" + business.id()).then().statusCode(404);
    given().get("/api/v1/public/widgets/" + business.widgetKey()).then().statusCode(404);
    operator()
        .get("/api/v1/erasures/" + id + "/receipt")
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"))
        .body("name", equalTo(null))
        .body("nameHash", equalTo(Erasures.hash(business.id(), business.name())))
        .body("services.find { it.service == 'identity' }.erased.what", hasItem("person"))
        .body("services.find { it.service == 'identity' }.erased.count", hasItem(2))
        .body(
            "services.find { it.service == 'routing-service' }.erased.count", equalTo(List.of(7)));
    operator().get("/api/v1/erasures").then().statusCode(200).body("items.id", hasItem(id));
    erase(business, business.name()).statusCode(202).body("id", equalTo(id));
    assertThat(other.asOwner().get("/api/v1/staff").asString()).isEqualTo(otherBefore);
  }

  @Test
  void goes_on_after_the_identity_server_was_away_half_way() {
    Business business = Business.fresh();
    business.hire("Lê Thị Cúc", "agent");
    suspend(business);
    // The people go, and then the answer about the organization gets lost.
    keycloak.fail("DELETE", ".*/organizations/[^/]+", "after");

    String id = erase(business, business.name()).statusCode(202).extract().path("id");

    until(
        "the people to be gone",
        () -> assertThat(keycloak.person(business.ownerEmail()).getList("")).isEmpty());
    assertThat(state(id, "identity")).isEqualTo("waiting");
    keycloak.heal();
    until("the sweep", () -> assertThat(state(id, "identity")).isEqualTo("erased"));
    assertThat(erasure(id).getList("services.find { it.service == 'identity' }.erased.count"))
        .isEqualTo(List.of(1, 2));
  }

  @Test
  @Rows(part = "TEN-3")
  void refuses_a_wrong_name_an_active_business_and_whoever_is_no_operator() {
    Business business = Business.fresh();
    String path = "/api/v1/tenants/" + business.id() + "/erasures";

    erase(business, business.name()).statusCode(409).body("code", equalTo("tenant-not-suspended"));
    suspend(business);
    erase(business, business.name() + " ")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/name"))
        .body("errors[0].code", equalTo("confirmation"));
    operator().body(Map.of("name", business.name())).post(path).then().statusCode(400);
    Map<String, String> body = Map.of("name", business.name(), "reason", "x");
    given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(401);
    for (String read : List.of("/api/v1/erasures", "/api/v1/erasures/" + UUID.randomUUID())) {
      given().get(read).then().statusCode(401);
      given().auth().oauth2(Tokens.owner(UUID.randomUUID())).get(read).then().statusCode(403);
    }
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(403);
    operator()
        .body(body)
        .post("/api/v1/tenants/" + UUID.randomUUID() + "/erasures")
        .then()
        .statusCode(404);
    operator().get("/api/v1/erasures/" + UUID.randomUUID()).then().statusCode(404);
    operator().get("/api/v1/erasures/" + UUID.randomUUID() + "/receipt").then().statusCode(404);
    assertThat(left(business.id())).contains("tenant", "staff").doesNotContain("tenant_erasure");
  }
}
