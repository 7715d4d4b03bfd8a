package io.dakenh.referral.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantConsumerTest {
  private static final String TOPIC = Topic.CONFIG_TENANT.topicName();
  private static final String DEAD = Topic.CONFIG_TENANT.deadLetterName("referral-service");

  @Test
  @Rows(part = "REF-1")
  void issuesOneCodeHoweverOftenTheTenantIsTold() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = UUID.randomUUID();
      UUID eventId = UUID.randomUUID();
      TenantChanged first = TenantEvents.tenant(tenantId, 1, "Hoa Mai", "active", null);
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, first);
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, first);
      TenantEvents.publish(probe, TenantEvents.tenant(tenantId, 2, "Hoa Mai 2", "active", null));
      TenantEvents.drain(probe, tenantId);

      List<ReferralCodeIssued> issued = probe.present(EventCatalog.REFERRAL_CODE_ISSUED, tenantId);
      assertThat(issued).hasSize(1);
      assertThat(issued.getFirst().code()).matches("[2-9A-HJKMNP-Z]{8}");
      ProbedEvent event =
          probe.await(Topic.REFERRAL_REFERRAL.topicName(), told -> told.of(tenantId));
      assertThat(event.headers()).containsEntry("ce_causationid", eventId.toString());
    }
  }

  @Test
  @Rows(part = "REF-4")
  void keepsTheNewestNameWhateverTheOrder() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      UUID referred = UUID.randomUUID();
      TenantEvents.publish(
          probe, TenantEvents.tenant(referred, 2, "Tên mới", "active", referrer.code()));
      TenantEvents.publish(
          probe, TenantEvents.tenant(referred, 1, "Tên cũ", "active", referrer.code()));
      TenantEvents.drain(probe, referred);

      assertThat(history(referrer.tenantId(), "items.businessName")).containsExactly("Tên mới");
    }
  }

  @Test
  @Rows(part = "REF-4")
  void rejectsABusinessThatRefersItself() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued own = TenantEvents.signUp(probe, "Hoa Mai");
      TenantEvents.publish(
          probe, TenantEvents.tenant(own.tenantId(), 2, "Hoa Mai", "active", own.code()));
      TenantEvents.drain(probe, own.tenantId());

      assertThat(history(own.tenantId(), "items.state")).containsExactly("rejected");
      assertThat(history(own.tenantId(), "items.rejectionReason")).containsExactly("self-referral");
    }
  }

  @Test
  @Rows(part = "REF-4")
  void rejectsTheCodeOfASuspendedBusiness() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      TenantEvents.publish(
          probe, TenantEvents.tenant(referrer.tenantId(), 2, "Hoa Mai", "suspended", null));
      TenantEvents.drain(probe, referrer.tenantId());
      TenantEvents.signUp(probe, "Bống", referrer.code());

      // Nobody of a suspended business sees anything: it is resumed, and what was refused stays so.
      TenantEvents.publish(
          probe, TenantEvents.tenant(referrer.tenantId(), 3, "Hoa Mai", "active", null));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(history(referrer.tenantId(), "items.rejectionReason"))
                      .containsExactly("referrer-suspended"));
    }
  }

  @Test
  @Rows(part = "REF-4")
  void countsOnlyTheFirstReferralOfABusiness() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued first = TenantEvents.signUp(probe, "Một");
      ReferralCodeIssued second = TenantEvents.signUp(probe, "Hai");
      UUID referred = TenantEvents.signUp(probe, "Bống", first.code()).tenantId();
      TenantEvents.publish(
          probe, TenantEvents.tenant(referred, 2, "Bống", "active", second.code()));
      TenantEvents.drain(probe, referred);

      assertThat(history(first.tenantId(), "items.state")).containsExactly("registered");
      assertThat(history(second.tenantId(), "items.state")).isEmpty();
    }
  }

  @Test
  void passesOverCodesNobodyHas() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued newcomer = TenantEvents.signUp(probe, "Bống", "KHONGCO<script>");
      assertThat(history(newcomer.tenantId(), "items.state")).isEmpty();
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
          "[]");
      TenantEvents.drain(probe, tenantId);

      ProbedEvent letter = probe.await(DEAD, event -> broken.toString().equals(event.id()));
      assertThat(letter.headers()).containsEntry("problem-code", "event-unreadable");
    }
  }

  private static List<String> history(UUID tenantId, String path) {
    return given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get("/api/v1/referrals")
        .then()
        .statusCode(200)
        .extract()
        .path(path);
  }
}
