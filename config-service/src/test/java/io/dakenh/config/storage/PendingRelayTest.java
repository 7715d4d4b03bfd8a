package io.dakenh.config.storage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentEvents;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.StoreRoad;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What follows from a change is sent whatever dies in between. */
@QuarkusTest
class PendingRelayTest {
  @Inject MongoClient mongo;
  @Inject DepartmentRepository departments;
  @Inject StoreRoad store;
  @Inject Clock clock;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String database;

  @Test
  void sendsWhatAProcessLeftThatDiedAfterItsWrite() {
    Business business = Business.fresh();
    UUID id = business.open("Bị bỏ lại", business.ownerId());
    awaitNothingPending(id);
    Department left = departments.findById(id);
    left.version = 2;
    left.name = "Đã đổi";
    Entries entries = Entries.at(clock);
    DepartmentEvents.changed(entries, left, UUID.randomUUID());
    entries.audit("department.changed", business.ownerId(), id, java.util.Set.of("name"));

    departments
        .mongoCollection()
        .updateOne(
            Filters.eq("_id", id),
            Updates.combine(
                Updates.set("version", 2L),
                Updates.set("name", "Đã đổi"),
                Updates.pushEach("pending", entries.list())));

    try (EventProbe events = EventProbe.connect()) {
      DepartmentChanged sent =
          events.await(
              EventCatalog.DEPARTMENT_CHANGED,
              business.id(),
              e -> e.departmentId().equals(id) && e.version() == 2);
      assertThat(sent.name()).isEqualTo("Đã đổi");
    }
    awaitNothingPending(id);
    Document audited =
        mongo
            .getDatabase(database)
            .getCollection(Collections.AUDIT)
            .find(
                Filters.and(
                    Filters.eq("target", id.toString()),
                    Filters.eq("action", "department.changed")))
            .first();
    assertThat(audited).isNotNull();
    assertThat(audited.getString("actorId")).isEqualTo(business.ownerId().toString());
    assertThat(audited.getList("fields", String.class)).containsExactly("name");
  }

  @Test
  void leavesADocumentAloneWhileAnotherReplicaSends() {
    Business business = Business.fresh();
    UUID id = business.open("Đang gửi", business.ownerId());
    awaitNothingPending(id);
    RelayLease elsewhere =
        new RelayLease(UUID.randomUUID(), Documents.now(clock).plus(Duration.ofSeconds(6)));
    departments.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("relay", elsewhere));

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Business.department("Đang gửi tiếp", business.ownerId()))
        .put("/api/v1/departments/" + id)
        .then()
        .statusCode(200);

    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> departments.findById(id).pending.size() == 3);
    awaitNothingPending(id);
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events.present(EventCatalog.DEPARTMENT_CHANGED, business.id()).stream()
                  .filter(e -> e.departmentId().equals(id))
                  .map(DepartmentChanged::version))
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void saysThatTheStoreIsAwayAndRecovers() {
    Business business = Business.fresh();

    store.block();
    try {
      business
          .asOwner()
          .get("/api/v1/departments")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "2")
          .body("code", equalTo("storage-unavailable"));
      business
          .asOwner()
          .body(Business.department("Lúc mất kho", business.ownerId()))
          .post("/api/v1/departments")
          .then()
          .statusCode(503);
      given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
      given().get("/q/health/live").then().statusCode(200);
    } finally {
      store.free();
    }

    UUID id = business.open("Kho đã về", business.ownerId());
    try (EventProbe events = EventProbe.connect()) {
      events.await(
          EventCatalog.DEPARTMENT_CHANGED, business.id(), e -> e.departmentId().equals(id));
    }
    assertThat(
            business.asOwner().get("/api/v1/departments").jsonPath().<String>getList("items.name"))
        .isEqualTo(List.of("Chăm sóc khách hàng", "Kho đã về"));
  }

  private void awaitNothingPending(UUID id) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> departments.findById(id).pending.isEmpty());
  }
}
