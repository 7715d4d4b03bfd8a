package io.dakenh.devstack.infra;

/** The Kafka cluster named by {@code SUITE_KAFKA_BOOTSTRAP_SERVERS}. */
final class ExternalKafka extends ExternalServer implements KafkaBackend {
  private final String bootstrapServers;

  ExternalKafka(String bootstrapServers) {
    super(bootstrapServers);
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public String bootstrapServers() {
    return bootstrapServers;
  }
}
