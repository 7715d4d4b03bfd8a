package io.dakenh.config.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A saga that stops at any step ends as if it had not. */
@QuarkusTest
class ProvisioningRecoveryTest {
  @Inject Keycloak keycloak;
  @Inject ProvisioningRepository jobs;
  @Inject TenantRepository tenants;
  @Inject Clock clock;

  @AfterEach
  void healKeycloak() {
    keycloak.heal();
  }

  private static Response create(String name, String email, String key) {
    return given()
        .auth()
        .oauth2(Tokens.operator())
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(Business.body(name, email))
        .post("/api/v1/tenants");
  }

  private void assertComplete(String email, String tenantId) {
    JsonPath person = keycloak.person(email);
    assertThat(person.getList("")).hasSize(1);
    assertThat(person.<String>getList("[0].roles")).containsExactly("owner");
    assertThat(person.<String>getList("[0].organizations.name")).containsExactly(tenantId);
    String owner =
        Tokens.owner(
            UUID.fromString(tenantId), UUID.fromString(person.getString("[0].user.id")), "Hoa");
    given().auth().oauth2(owner).get("/api/v1/staff").then().body("items", hasSize(1));
    given()
        .auth()
        .oauth2(owner)
        .get("/api/v1/departments")
        .then()
        .body("items", hasSize(1))
        .body("items[0].default", equalTo(true));
    String key =
        given()
            .auth()
            .oauth2(owner)
            .get("/api/v1/me")
            .then()
            .statusCode(200)
            .extract()
            .path("tenant.widgetKey");
    given().get("/api/v1/public/widgets/" + key).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, .*/users, after",
    "POST, .*/organizations, before",
    "POST, .*/organizations, after",
    "POST, .*/members, before",
    "POST, .*/members, after",
    "POST, .*/role-mappings/realm, before",
    "POST, .*/role-mappings/realm, after"
  })
  void theSweepFinishesWhatKeycloakInterrupted(String method, String path, String when) {
    String email = UUID.randomUUID() + "@saga.example";
    keycloak.fail(method, path, when);

    create("Dở Dang", email, UUID.randomUUID().toString())
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("identity-unavailable"));
    keycloak.heal();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(keycloak.person(email).getList("[0].organizations.name")).hasSize(1));
    String tenantId = keycloak.person(email).getString("[0].organizations[0].name");
    Awaitility.await()
        .untilAsserted(() -> assertThat(tenants.findById(UUID.fromString(tenantId))).isNotNull());
    assertComplete(email, tenantId);
    Awaitility.await()
        .untilAsserted(() -> assertThat(jobs.findById(UUID.fromString(tenantId))).isNull());
  }

  @Test
  void theCallersNextTryFinishesIt() {
    String email = UUID.randomUUID() + "@saga.example";
    String key = UUID.randomUUID().toString();
    keycloak.fail("POST", ".*/users", "before");
    create("Thử Lại", email, key).then().statusCode(503);
    keycloak.heal();

    String tenantId =
        Awaitility.await()
            .until(() -> create("Thử Lại", email, key), answer -> answer.statusCode() == 201)
            .path("id");

    assertComplete(email, tenantId);
  }

  @Test
  void whatDiedBeforeTheSignInExistedLeavesNothing() {
    ProvisioningJob job = abandoned(UUID.randomUUID() + "@saga.example");

    Awaitility.await().untilAsserted(() -> assertThat(jobs.findById(job.id)).isNull());

    assertThat(tenants.findById(job.tenantId)).isNull();
    assertThat(keycloak.person(job.email).getList("")).isEmpty();
  }

  @Test
  void aPersonWhoWasThereBeforeIsNotTakenForOurs() {
    Business other = Business.fresh();
    ProvisioningJob job = abandoned(other.ownerEmail());

    Awaitility.await().untilAsserted(() -> assertThat(jobs.findById(job.id)).isNull());

    assertThat(tenants.findById(job.tenantId)).isNull();
    assertThat(keycloak.person(other.ownerEmail()).<String>getList("[0].organizations.name"))
        .containsExactly(other.id().toString());
  }

  private ProvisioningJob abandoned(String email) {
    ProvisioningJob job = new ProvisioningJob();
    job.id = Ids.next();
    job.tenantId = job.id;
    job.kind = ProvisioningJob.TENANT;
    job.personName = "Hoa";
    job.email = email;
    job.role = Roles.OWNER;
    job.locale = "vi";
    job.tenantName = "Bỏ Dở";
    job.timeZone = "Asia/Ho_Chi_Minh";
    job.widgetKey = WidgetKeys.next();
    job.departmentId = Ids.next();
    job.createdAt = Documents.now(clock);
    job.holder = UUID.randomUUID();
    job.leaseUntil = Instant.EPOCH;
    assertThat(jobs.add(job)).isTrue();
    return job;
  }

  @Test
  void documentsThatExistAlreadyAreLeftAsTheyAre() {
    Business business = Business.fresh();
    String department = business.asOwner().get("/api/v1/departments").path("items[0].id");
    ProvisioningJob job = abandonedCopyOf(business, UUID.fromString(department));

    Awaitility.await().untilAsserted(() -> assertThat(jobs.findById(job.id)).isNull());

    business
        .asOwner()
        .get("/api/v1/staff")
        .then()
        .body("items", hasSize(1))
        .body("items[0].version", equalTo(1));
    business
        .asOwner()
        .get("/api/v1/departments")
        .then()
        .body("items", hasSize(1))
        .body("items[0].version", equalTo(1));
    assertComplete(business.ownerEmail(), business.id().toString());
  }

  /** As a process leaves it that dies after its last insert and before it forgets the job. */
  private ProvisioningJob abandonedCopyOf(Business business, UUID departmentId) {
    ProvisioningJob job = new ProvisioningJob();
    job.id = business.id();
    job.tenantId = business.id();
    job.kind = ProvisioningJob.TENANT;
    job.personName = "Hoa";
    job.email = business.ownerEmail();
    job.role = Roles.OWNER;
    job.locale = "vi";
    job.personId = business.ownerId();
    job.tenantName = business.name();
    job.timeZone = "Asia/Ho_Chi_Minh";
    job.widgetKey = business.widgetKey();
    job.departmentId = departmentId;
    job.createdAt = Documents.now(clock);
    job.holder = UUID.randomUUID();
    job.leaseUntil = Instant.EPOCH;
    assertThat(jobs.add(job)).isTrue();
    return job;
  }

  @Test
  void aPersonIsFinishedTheSameWay() {
    Business business = Business.fresh();
    String email = UUID.randomUUID() + "@saga.example";
    keycloak.fail("POST", ".*/members", "before");
    business
        .asOwner()
        .body(Map.of("name", "Dở", "email", email, "role", "owner", "password", Business.PASSWORD))
        .post("/api/v1/staff")
        .then()
        .statusCode(503);
    business.asOwner().get("/api/v1/staff").then().body("items", hasSize(1));
    keycloak.heal();

    Awaitility.await()
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get("/api/v1/staff")
                    .then()
                    .body("items.email", equalTo(List.of(business.ownerEmail(), email))));
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body("{\"role\": \"agent\"}")
        .patch("/api/v1/staff/" + business.ownerId())
        .then()
        .statusCode(200);
  }
}
