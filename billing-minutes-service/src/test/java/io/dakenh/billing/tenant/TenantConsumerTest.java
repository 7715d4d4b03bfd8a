package io.dakenh.billing.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantConsumerTest {
  private static final String TOPIC = Topic.CONFIG_TENANT.topicName();
  private static final String DEAD = Topic.CONFIG_TENANT.deadLetterName("billing-minutes-service");

  @Test
  @Rows(part = "MIN-2")
  void grantsTheTrialAndSaysSo() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = UUID.randomUUID();
      UUID cause = publish(probe, tenantId, 1, "active");

      EntitlementChanged granted = awaitGranted(probe, tenantId);
      assertThat(granted.version()).isEqualTo(1);
      assertThat(granted.planCode()).isEqualTo("trial");
      assertThat(granted.monthlySecondsGranted()).isEqualTo(3600);
      assertThat(granted.monthlySecondsLeft()).isEqualTo(3600);
      assertThat(granted.bonusSecondsLeft()).isZero();
      ProbedEvent event =
          probe.await(Topic.BILLING_ENTITLEMENT.topicName(), told -> told.of(tenantId));
      assertThat(event.headers())
          .containsEntry("ce_causationid", cause.toString())
          .containsEntry("ce_source", "/billing-minutes-service");
      assertThat(event.key()).isEqualTo(tenantId.toString());
    }
  }

  @Test
  @Rows(part = "MIN-6")
  void grantsOnceForDuplicatesNewVersionsAndOldOnes() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = UUID.randomUUID();
      UUID eventId = UUID.randomUUID();
      TenantChanged second = tenant(tenantId, 2, "suspended");
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, second);
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, second);
      publish(probe, tenantId, 1, "active");
      publish(probe, tenantId, 3, "active");
      drain(probe, tenantId);

      assertThat(probe.present(EventCatalog.ENTITLEMENT_CHANGED, tenantId)).hasSize(1);
      Awaitility.await()
          .untilAsserted(
              () ->
                  given()
                      .auth()
                      .oauth2(Tokens.owner(tenantId))
                      .get("/api/v1/ledger-entries")
                      .then()
                      .statusCode(200)
                      .body("items", hasSize(1)));
    }
  }

  @Test
  void buriesWhatCannotBeReadAndGoesOn() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = UUID.randomUUID();
      UUID broken = UUID.randomUUID();
      probe.publish(
          TOPIC,
          tenantId.toString(),
          EventProbe.headers(
              broken, EventCatalog.TENANT_CHANGED.name(), tenantId.toString(), tenantId),
          "{\"tenantId\": 7");
      publish(probe, tenantId, 1, "active");

      ProbedEvent letter = probe.await(DEAD, event -> broken.toString().equals(event.id()));
      assertThat(letter.headers())
          .containsEntry("problem-code", "event-unreadable")
          .containsEntry("original-topic", TOPIC);
      assertThat(letter.json()).isEqualTo("{\"tenantId\": 7");
      awaitGranted(probe, tenantId);
    }
  }

  @Test
  void passesOverTypesItDoesNotKnow() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = UUID.randomUUID();
      UUID unknown = UUID.randomUUID();
      probe.publish(
          TOPIC,
          tenantId.toString(),
          EventProbe.headers(
              unknown, "io.dakenh.config.tenant.changed.v9", tenantId.toString(), tenantId),
          "{}");
      publish(probe, tenantId, 1, "active");
      awaitGranted(probe, tenantId);
      assertThat(probe.present(DEAD, event -> unknown.toString().equals(event.id()))).isEmpty();
    }
  }

  private static EntitlementChanged awaitGranted(EventProbe probe, UUID tenantId) {
    return probe.await(EventCatalog.ENTITLEMENT_CHANGED, tenantId, event -> true);
  }

  /** Events of one partition are applied in order: when a later tenant is there, the rest is. */
  private static void drain(EventProbe probe, UUID sameKey) {
    UUID marker = UUID.randomUUID();
    probe.publish(
        UUID.randomUUID(),
        EventCatalog.TENANT_CHANGED,
        sameKey.toString(),
        marker,
        tenant(marker, 1, "active"));
    awaitGranted(probe, marker);
  }

  private static UUID publish(EventProbe probe, UUID tenantId, long version, String status) {
    return probe.publish(
        EventCatalog.TENANT_CHANGED,
        tenantId.toString(),
        tenantId,
        tenant(tenantId, version, status));
  }

  private static TenantChanged tenant(UUID tenantId, long version, String status) {
    return new TenantChanged(
        tenantId,
        version,
        "Cửa hàng Hoa Mai",
        "wk-" + tenantId,
        status,
        "vi",
        "Asia/Ho_Chi_Minh",
        null,
        Instant.parse("2026-11-23T05:00:00Z"));
  }
}
