package io.dakenh.devstack.infra;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** Kafka from the image named by {@code SUITE_KAFKA_IMAGE}, its own controller (KRaft). */
final class ContainerKafka extends ContainerServer implements KafkaBackend {
  private static final String DATA = "/var/lib/kafka/data";

  ContainerKafka(int port, @Nullable Path keptAt) {
    super(Settings.text("SUITE_KAFKA_IMAGE", "apache/kafka:4.1.1"), port, 9092, keptAt, DATA);
  }

  @Override
  void configure(GenericContainer<?> described) {
    described.withEnv(
        Map.of(
            "KAFKA_NODE_ID", "1",
            "KAFKA_PROCESS_ROLES", "broker,controller",
            "KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093",
            "KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER",
            "KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093",
            "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + bootstrapServers(),
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "KAFKA_LOG_DIRS", DATA,
            "KAFKA_HEAP_OPTS", "-Xmx256m"));
    described.withEnv(
        Map.of(
            "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1",
            "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1",
            "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
  }

  @Override
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + hostPort();
  }
}
