package io.dakenh.devstack.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * PostgreSQL for a Quarkus test: a fresh database with a role of its own on the server of this JVM.
 * The argument {@code database} gives the name's beginning; {@code reactive=true} sets the reactive
 * client's address too.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
  private String database = "test";
  private boolean reactive;

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database).replace('-', '_');
    reactive = Boolean.parseBoolean(arguments.getOrDefault("reactive", "false"));
  }

  @Override
  public Map<String, String> start() {
    String name = database + "_" + UUID.randomUUID().toString().substring(0, 8);
    SharedInfrastructure.PostgresFacts server = SharedInfrastructure.postgres();
    server.ensureDatabase(name);
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(name),
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", name));
    if (reactive) {
      settings.put("quarkus.datasource.reactive.url", server.reactiveUrl(name));
    }
    return settings;
  }

  /** The server is shared and ends with the JVM. */
  @Override
  public void stop() {}
}
