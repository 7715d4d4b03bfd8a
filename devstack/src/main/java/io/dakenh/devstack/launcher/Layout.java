package io.dakenh.devstack.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * Where things lie.
 *
 * @param root the repository
 * @param data what belongs to one suite: databases, logs, secrets, state
 */
record Layout(Path root, Path data) {
  Layout {
    root = root.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  /** Things that can be made again, shared by all suites of this repository. */
  Path cache() {
    return root.resolve(".dakenh").resolve("cache");
  }

  Path logs() {
    return data.resolve("logs");
  }

  Path log(String part) {
    return logs().resolve(part + ".log");
  }

  Path run() {
    return data.resolve("run");
  }

  Path stateFile() {
    return run().resolve("state.json");
  }

  Path lockFile() {
    return run().resolve("lock");
  }

  Path secretsFile() {
    return data.resolve("secrets.properties");
  }

  /** Holds the address that the data was made for. */
  Path addressFile() {
    return data.resolve("address");
  }

  Path demoFile() {
    return data.resolve("demo.json");
  }

  Path keycloak() {
    return data.resolve("keycloak");
  }

  Path realmFile() {
    return root.resolve("etc/keycloak/dakenh-realm.json");
  }

  Path target(Service service) {
    return root.resolve(service.module()).resolve("target");
  }

  /** All that {@code reset} removes; nothing else is touched. */
  List<Path> owned() {
    return List.of(
        data.resolve("postgres"),
        data.resolve("kafka"),
        data.resolve("mongo"),
        keycloak(),
        addressFile(),
        logs(),
        run(),
        secretsFile(),
        demoFile());
  }
}
