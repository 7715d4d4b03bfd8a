package io.dakenh.devstack.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/**
 * The MongoDB server of this JVM for a Quarkus test, with a fresh database whose name begins with
 * the argument {@code database}.
 */
public class MongoTestResource implements QuarkusTestResourceLifecycleManager {
  private String database = "test";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.mongodb.connection-string",
        SharedInfrastructure.mongoConnectionString(),
        "quarkus.mongodb.database",
        database + "_" + UUID.randomUUID().toString().substring(0, 8));
  }

  /** The server is shared and ends with the JVM. */
  @Override
  public void stop() {}
}
