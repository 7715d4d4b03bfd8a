package io.dakenh.devstack.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The Kafka broker of this JVM for a Quarkus test. */
public class KafkaTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    String servers = SharedInfrastructure.kafkaBootstrapServers();
    return Map.of(
        "kafka.bootstrap.servers", servers,
        "mp.messaging.connector.smallrye-kafka.bootstrap.servers", servers);
  }

  /** The broker is shared and ends with the JVM. */
  @Override
  public void stop() {}
}
