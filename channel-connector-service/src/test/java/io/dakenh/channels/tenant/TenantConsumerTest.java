package io.dakenh.channels.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.dakenh.channels.Simulators;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.channel.LinkChannel;
import io.dakenh.channels.provider.Kind;
import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantConsumerTest {
  private static final String TOPIC = Topic.CONFIG_TENANT.topicName();
  private static final String DEAD =
      Topic.CONFIG_TENANT.deadLetterName("channel-connector-service");

  @Inject ChannelService channels;

  @Test
  @Rows(part = "CHN-6")
  void pausesAndResumesWithTheBusiness() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = linkedTenant();
      UUID cause = publish(probe, Tenants.tenant(tenantId, 2, "suspended"));
      ChannelChanged paused = await(probe, tenantId, "paused");
      assertThat(paused.version()).isEqualTo(2);
      ProbedEvent told =
          probe.await(
              Topic.CHANNEL_CHANNEL.topicName(),
              event ->
                  event.of(tenantId)
                      && cause.toString().equals(event.headers().get("ce_causationid")));
      assertThat(told.key()).isEqualTo(paused.channelId().toString());
      assertThat(told(probe, tenantId)).containsExactly("paused");

      publish(probe, Tenants.tenant(tenantId, 3, "active"));
      probe.await(EventCatalog.CHANNEL_CHANGED, tenantId, event -> event.version() == 3);
      awaitStates(tenantId, "healthy");
    }
  }

  @Test
  void ignoresDuplicatesAndWhatIsOlder() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = linkedTenant();
      UUID eventId = UUID.randomUUID();
      TenantChanged suspended = Tenants.tenant(tenantId, 3, "suspended");
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, suspended);
      probe.publish(eventId, EventCatalog.TENANT_CHANGED, tenantId.toString(), tenantId, suspended);
      publish(probe, Tenants.tenant(tenantId, 2, "active"));
      drain(probe, tenantId);

      assertThat(told(probe, tenantId)).containsExactly("paused");
      assertThat(
              probe.present(EventCatalog.CHANNEL_CHANGED, tenantId).stream()
                  .map(ChannelChanged::state))
          .containsExactly("healthy", "paused");
    }
  }

  @Test
  void takesAnUnknownStatusForSuspended() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = linkedTenant();
      publish(probe, Tenants.tenant(tenantId, 2, "frozen"));
      await(probe, tenantId, "paused");
      assertThat(told(probe, tenantId)).containsExactly("paused");
    }
  }

  @Test
  void buriesWhatCannotBeReadAndGoesOn() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = linkedTenant();
      UUID broken = UUID.randomUUID();
      probe.publish(
          TOPIC,
          tenantId.toString(),
          EventProbe.headers(
              broken, EventCatalog.TENANT_CHANGED.name(), tenantId.toString(), tenantId),
          "{");
      publish(probe, Tenants.tenant(tenantId, 2, "suspended"));

      await(probe, tenantId, "paused");
      ProbedEvent letter = probe.await(DEAD, event -> broken.toString().equals(event.id()));
      assertThat(letter.headers()).containsEntry("problem-code", "event-unreadable");
    }
  }

  private UUID linkedTenant() {
    UUID tenantId = UUID.randomUUID();
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    link(tenantId);
    return tenantId;
  }

  private void link(UUID tenantId) {
    String page = "page-" + UUID.randomUUID();
    Simulators.facebookToken("token-" + page, page, Simulators.ALL_SCOPES);
    channels.link(
        new LinkChannel(
            tenantId, Kind.FACEBOOK, page, "Hoa Mai", null, "token-" + page, null, null));
  }

  /** Events of one key are applied in order: once a later tenant's channel pauses, the rest is. */
  private void drain(EventProbe probe, UUID sameKey) {
    UUID marker = linkedTenant();
    probe.publish(
        EventCatalog.TENANT_CHANGED,
        sameKey.toString(),
        marker,
        Tenants.tenant(marker, 2, "suspended"));
    await(probe, marker, "paused");
  }

  private static ChannelChanged await(EventProbe probe, UUID tenantId, String state) {
    return probe.await(
        EventCatalog.CHANNEL_CHANGED, tenantId, event -> event.state().equals(state));
  }

  private static UUID publish(EventProbe probe, TenantChanged tenant) {
    return probe.publish(
        EventCatalog.TENANT_CHANGED, tenant.tenantId().toString(), tenant.tenantId(), tenant);
  }

  /** As told last of each channel: whoever belongs to a suspended business cannot ask. */
  private static List<String> told(EventProbe probe, UUID tenantId) {
    Map<UUID, String> latest = new LinkedHashMap<>();
    probe
        .present(EventCatalog.CHANNEL_CHANGED, tenantId)
        .forEach(event -> latest.put(event.channelId(), event.state()));
    return List.copyOf(latest.values());
  }

  /** What the owner sees, once the owner is let in. */
  private static void awaitStates(UUID tenantId, String state) {
    Awaitility.await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(Tokens.owner(tenantId))
                    .get("/api/v1/channels")
                    .then()
                    .statusCode(200)
                    .body("items.state", contains(state)));
  }
}
