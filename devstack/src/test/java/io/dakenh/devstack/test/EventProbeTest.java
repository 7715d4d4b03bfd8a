package io.dakenh.devstack.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventType;
import io.dakenh.contracts.event.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventProbeTest {
  private static final EventType<Note> NOTED =
      new EventType<>("io.dakenh.probe.noted.v1", Topic.REFERRAL_REFERRAL, Note.class);

  private final UUID tenant = UUID.randomUUID();
  private EventProbe probe;

  record Note(String text, Instant at) {}

  @BeforeEach
  void connect() {
    probe = EventProbe.connect();
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void seesWhatWasPublishedForTheTenantOnly() {
    Instant at = Instant.parse("2026-11-23T02:00:00Z");
    probe.publish(NOTED, "a", UUID.randomUUID(), new Note("của người khác", at));
    probe.publish(NOTED, "b", tenant, new Note("một", at));
    probe.publish(NOTED, "b", tenant, new Note("hai", at));

    assertThat(probe.await(NOTED, tenant, note -> note.text().equals("hai")).at()).isEqualTo(at);
    assertThat(probe.present(NOTED, tenant)).extracting(Note::text).containsExactly("một", "hai");
  }

  @Test
  void carriesTheHeadersOfACloudEvent() {
    UUID id = probe.publish(NOTED, "khóa", tenant, new Note("x", Instant.EPOCH));

    ProbedEvent event = probe.await(NOTED.topic().topicName(), seen -> seen.of(tenant));

    assertThat(event.id()).isEqualTo(id.toString());
    assertThat(event.key()).isEqualTo("khóa");
    assertThat(event.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", NOTED.name())
        .containsEntry("ce_subject", "khóa")
        .containsEntry("ce_tenantid", tenant.toString())
        .containsKeys("ce_source", "ce_time");
  }

  @Test
  void publishesBadInputToo() {
    probe.publish("probe.bad.v1", null, Map.of("ce_tenantid", tenant.toString()), "{broken");
    probe.publish("probe.bad.v1", "k", Map.of("ce_tenantid", tenant.toString()), null);

    assertThat(probe.present("probe.bad.v1", event -> event.of(tenant)))
        .extracting(ProbedEvent::json)
        .containsExactly("{broken", null);
  }
}
