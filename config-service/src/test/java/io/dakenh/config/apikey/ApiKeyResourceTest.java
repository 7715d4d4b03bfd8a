package io.dakenh.config.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.ApiKeyChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiKeyResourceTest {
  private static final String PATH = "/api/v1/api-keys";

  @Inject MongoClient mongo;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String databaseName;

  private static Map<String, Object> body(String name, String... scopes) {
    return Map.of("name", name, "scopes", List.of(scopes));
  }

  private static JsonPath make(Business business, Map<String, Object> body) {
    return business
        .asOwner()
        .body(body)
        .post(PATH)
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .extract()
        .jsonPath();
  }

  @Test
  @Rows(part = "INT-5")
  void isShownOnceAndKeptAsAHash() throws NoSuchAlgorithmException {
    Business business = Business.fresh();

    JsonPath made = make(business, body(" Kho  dữ liệu ", "conversations:read", "contacts:read"));

    String key = made.getString("key");
    String id = made.getString("id");
    assertThat(key).matches("dk_[0-9a-f]{12}_[0-9a-f]{64}").startsWith(made.getString("prefix"));
    assertThat(made.getString("createdBy.name")).isEqualTo("Nguyễn Thị Hoa");
    business
        .asOwner()
        .get(PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("Kho  dữ liệu"))
        .body("scopes", contains("conversations:read", "contacts:read"))
        .body("key", nullValue())
        .body("revokedAt", nullValue());
    Document stored =
        mongo
            .getDatabase(databaseName)
            .getCollection(Collections.API_KEY)
            .find(Filters.eq("_id", UUID.fromString(id)))
            .first();
    assertThat(stored).isNotNull();
    assertThat(stored.toJson()).doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    assertThat(stored.getString("hash")).isEqualTo(hash);
    try (EventProbe events = EventProbe.connect()) {
      ApiKeyChanged told =
          events.await(
              EventCatalog.API_KEY_CHANGED,
              business.id(),
              event -> event.keyId().toString().equals(id));
      assertThat(told.hash()).isEqualTo(hash);
      assertThat(told.handle()).isEqualTo(key.split("_")[1]);
      assertThat(told.revoked()).isFalse();
    }
  }

  @Test
  @Rows(part = "INT-5")
  void isRevokedForGoodAndLeavesATrail() {
    Business business = Business.fresh();
    String id = make(business, body("Máy tính tiền", "messages:write")).getString("id");

    business
        .asOwner()
        .post(PATH + "/" + id + "/revoke")
        .then()
        .statusCode(200)
        .body("revokedAt", notNullValue());
    String again =
        business
            .asOwner()
            .post(PATH + "/" + id + "/revoke")
            .then()
            .statusCode(200)
            .body("version", equalTo(2))
            .extract()
            .path("revokedAt");

    business.asOwner().get(PATH).then().body("items[0].revokedAt", equalTo(again));
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events
                  .await(
                      EventCatalog.API_KEY_CHANGED,
                      business.id(),
                      event -> event.keyId().toString().equals(id) && event.version() == 2)
                  .revoked())
          .isTrue();
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get("/api/v1/audit-entries")
                    .then()
                    .body("items.action", hasItems("api-key.created", "api-key.revoked")));
  }

  @Test
  void namesWhatIsWrong() {
    Business business = Business.fresh();
    business
        .asOwner()
        .body(Map.of("name", " ", "scopes", List.of("owner", "reports:read", "reports:read")))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/name", "/scopes/0", "/scopes/2"))
        .body("errors.code", contains("not-blank", "unknown-value", "duplicate"));
    business
        .asOwner()
        .body(
            Map.of(
                "name", "a".repeat(81), "scopes", List.of(), "expiresAt", "2020-01-01T00:00:00Z"))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.code", contains("too-long", "required", "past"));
    for (String wrong : List.of("mai", "2999-01-01T00:00:00Z")) {
      business
          .asOwner()
          .body(Map.of("name", "A", "scopes", List.of("reports:read"), "expiresAt", wrong))
          .post(PATH)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/expiresAt"));
    }
    business.asOwner().body("[").post(PATH).then().statusCode(400);
    business.asOwner().post(PATH).then().statusCode(400);
    business.asOwner().get(PATH).then().statusCode(200).body("items", empty());
  }

  @Test
  void hasALimitThatHoldsHoweverManyComeAtOnce() throws InterruptedException, ExecutionException {
    Business business = Business.fresh();
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < ApiKeys.MOST + 5; i++) {
        Map<String, Object> body = body("Khoá " + i, "reports:read");
        answers.add(many.submit(() -> business.asOwner().body(body).post(PATH).statusCode()));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(ApiKeys.MOST);
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
    business
        .asOwner()
        .body(body("Thêm", "reports:read"))
        .post(PATH)
        .then()
        .statusCode(422)
        .body("code", equalTo("api-key-limit-reached"));

    String first = business.asOwner().get(PATH).path("items[0].id");
    business.asOwner().post(PATH + "/" + first + "/revoke").then().statusCode(200);
    make(business, body("Thêm", "reports:read"));
  }

  @Test
  @Rows(part = {"INT-5", "TEN-3"})
  void belongsToItsBusinessAndToOwners() {
    Business business = Business.fresh();
    Business other = Business.fresh();
    String id = make(business, body("Riêng", "reports:read")).getString("id");
    String one = PATH + "/" + id;

    other.asOwner().get(one).then().statusCode(404).body("code", equalTo("api-key-not-found"));
    other.asOwner().post(one + "/revoke").then().statusCode(404);
    other.asOwner().get(PATH).then().body("items.id", not(hasItems(id)));
    business.asAgent().get(PATH).then().statusCode(403);
    business.asAgent().get(one).then().statusCode(403);
    business.asAgent().body(body("A", "reports:read")).post(PATH).then().statusCode(403);
    business.asAgent().post(one + "/revoke").then().statusCode(403);
    given().auth().oauth2(Tokens.operator()).get(PATH).then().statusCode(403);
    given().get(PATH).then().statusCode(401);
    given().contentType(ContentType.JSON).post(PATH).then().statusCode(401);
    given().get(one).then().statusCode(401);
    given().post(one + "/revoke").then().statusCode(401);
    business.asOwner().get(one).then().statusCode(200).body("revokedAt", nullValue());
  }
}
