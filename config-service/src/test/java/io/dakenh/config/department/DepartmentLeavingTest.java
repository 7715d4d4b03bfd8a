package io.dakenh.config.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.config.support.Business;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.platform.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who was deactivated is offered no conversations. */
@QuarkusTest
class DepartmentLeavingTest {
  @Inject StaffRepository people;
  @Inject Clock clock;

  @Test
  void aDeactivatedAgentLeavesEveryDepartmentEvenTheLastOne() {
    Business business = Business.fresh();
    UUID lan = business.hire("Lan", "agent");
    UUID alone = business.open("Một mình", lan);
    UUID together = business.open("Cùng nhau", lan, business.ownerId());

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Map.of("active", false))
        .patch("/api/v1/staff/" + lan)
        .then()
        .statusCode(200);

    business
        .asOwner()
        .get("/api/v1/departments/" + alone)
        .then()
        .body("agentIds", empty())
        .body("warnings", contains("no-agents"));
    business
        .asOwner()
        .get("/api/v1/departments/" + together)
        .then()
        .body("agentIds", contains(business.ownerId().toString()))
        .body("warnings", empty());
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events
                  .await(
                      EventCatalog.DEPARTMENT_CHANGED,
                      business.id(),
                      e -> e.departmentId().equals(alone) && e.version() == 2)
                  .agentIds())
          .isEmpty();
    }
  }

  @Test
  void whatAProcessLeftIsDoneUnlessThePersonIsBack() {
    Business business = Business.fresh();
    UUID lan = business.hire("Lan", "agent");
    UUID minh = business.hire("Minh", "agent");
    UUID department = business.open("Bán hàng", lan, minh);
    people.mongoCollection().updateOne(Filters.eq("_id", lan), Updates.set("active", false));

    leave(lan);
    leave(minh);

    Awaitility.await()
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get("/api/v1/departments/" + department)
                    .then()
                    .body("agentIds", contains(minh.toString())));
    Awaitility.await().until(() -> people.findById(minh).pending.isEmpty());
    business
        .asOwner()
        .get("/api/v1/departments/" + department)
        .then()
        .body("agentIds", contains(minh.toString()));
  }

  private void leave(UUID staffId) {
    people
        .mongoCollection()
        .updateOne(
            Filters.eq("_id", staffId),
            Updates.push(
                "pending",
                new PendingEntry(
                    Ids.next(),
                    Consequences.LEAVE_DEPARTMENTS,
                    null,
                    staffId.toString(),
                    clock.instant(),
                    "{}",
                    null,
                    Consequences.LEAVE_DEPARTMENTS)));
  }
}
