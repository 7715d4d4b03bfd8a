package io.dakenh.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.EventType;
import io.dakenh.platform.event.EventHeaders;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShutOutConsumerTest {
  private final ShutOut shutOut = new ShutOut();
  private final ShutOutConsumer consumer = new ShutOutConsumer(shutOut);
  private final UUID tenantId = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();

  private static ConsumerRecord<String, byte[]> record(EventType<?> type, byte[] value) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(type.topic().topicName(), 0, 0, "key", value);
    record.headers().add(EventHeaders.TYPE, type.name().getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private void hear(List<ConsumerRecord<String, byte[]>> records) {
    TopicPartition partition = new TopicPartition(records.getFirst().topic(), 0);
    consumer.receive(
        new ConsumerRecords<>(
            new LinkedHashMap<>(Map.of(partition, records)), new LinkedHashMap<>()));
  }

  private ConsumerRecord<String, byte[]> staff(UUID id, long version, boolean active) {
    return record(
        EventCatalog.STAFF_CHANGED,
        EventJson.write(new StaffChanged(tenantId, id, version, "Lan", "agent", active, null))
            .getBytes(StandardCharsets.UTF_8));
  }

  private ConsumerRecord<String, byte[]> tenant(String status) {
    return record(
        EventCatalog.TENANT_CHANGED,
        EventJson.write(
                new TenantChanged(
                    tenantId,
                    2,
                    "Quán",
                    "wk",
                    status,
                    "vi",
                    "Asia/Ho_Chi_Minh",
                    null,
                    Instant.EPOCH))
            .getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> code(UUID tenant, UUID id) {
    return shutOut.reason(tenant, id).map(ProblemException::code);
  }

  @Test
  void a_person_is_out_until_let_in_again() {
    hear(List.of(staff(person, 2, false)));

    assertThat(code(tenantId, person)).contains("staff-inactive");
    assertThat(code(tenantId, UUID.randomUUID())).isEmpty();
    assertThat(code(UUID.randomUUID(), person)).isEmpty();

    hear(List.of(staff(person, 3, true)));

    assertThat(code(tenantId, person)).isEmpty();
  }

  @Test
  void an_older_event_that_comes_again_lets_nobody_in() {
    hear(List.of(staff(person, 2, false), staff(person, 1, true)));

    assertThat(code(tenantId, person)).contains("staff-inactive");
  }

  @Test
  void nobody_of_a_suspended_business_comes_in_and_an_unknown_state_counts_as_one() {
    hear(List.of(tenant("suspended")));

    assertThat(code(tenantId, person)).contains("tenant-suspended");

    hear(List.of(tenant("active")));

    assertThat(code(tenantId, person)).isEmpty();

    hear(List.of(tenant("frozen")));

    assertThat(code(tenantId, person)).contains("tenant-suspended");
  }

  @Test
  void what_cannot_be_read_does_not_hide_what_follows() {
    hear(
        List.of(
            record(EventCatalog.STAFF_CHANGED, "{".getBytes(StandardCharsets.UTF_8)),
            record(EventCatalog.STAFF_CHANGED, null),
            staff(person, 2, false)));

    assertThat(code(tenantId, person)).contains("staff-inactive");
  }
}
