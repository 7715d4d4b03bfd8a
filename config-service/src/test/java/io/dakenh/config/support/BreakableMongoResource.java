package io.dakenh.config.support;

import io.dakenh.devstack.test.SharedInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The MongoDB server of this JVM behind a road that tests can block, with a fresh database. */
public class BreakableMongoResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable TcpRoad road;

  @Override
  public Map<String, String> start() {
    URI server = URI.create(SharedInfrastructure.mongoConnectionString());
    try {
      TcpRoad built = new TcpRoad(server.getHost(), server.getPort());
      road = built;
      return Map.of(
          "quarkus.mongodb.connection-string",
          "mongodb://127.0.0.1:" + built.port(),
          "quarkus.mongodb.database",
          "config_" + UUID.randomUUID().toString().substring(0, 8),
          "quarkus.mongodb.server-selection-timeout",
          "1s",
          "dakenh.config.sweep",
          "1s",
          "dakenh.config.media.sweep",
          "1s",
          "test.mongo.road",
          "http://127.0.0.1:" + built.controlPort());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    if (road != null) {
      road.close();
    }
  }
}
