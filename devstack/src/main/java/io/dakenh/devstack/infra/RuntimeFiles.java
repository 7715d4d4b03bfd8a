package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds what the module {@code devstack/runtime} resolved, and where unpacked copies are kept. The
 * repository's root comes from the system property {@code dakenh.root} (set by the build for tests
 * and by the launcher script).
 */
public final class RuntimeFiles {
  private final Path root;

  /** For the repository at this folder. */
  public RuntimeFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** For the repository this process was started for. */
  public static RuntimeFiles current() {
    return new RuntimeFiles(Path.of(Settings.required("dakenh.root", "the repository's folder")));
  }

  /** The repository's folder. */
  public Path root() {
    return root;
  }

  /** Class path of the broker and the MongoDB wire server. */
  public String javaClassPath() {
    return pointer("java.classpath");
  }

  /** The jar that holds the PostgreSQL binaries of this platform. */
  public Path postgresJar() {
    return Path.of(pointer("postgres.path"));
  }

  /** The Keycloak distribution. */
  public Path keycloakZip() {
    return Path.of(pointer("keycloak.path"));
  }

  /** Things that can be made again: unpacked distributions, templates, shared archives. */
  public Path cache() {
    return root.resolve(".dakenh").resolve("cache");
  }

  private String pointer(String name) {
    Path file = root.resolve("devstack/runtime/target/infra").resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new InfraException(
          "build the module devstack/runtime first: it leaves " + root.relativize(file), e);
    }
  }
}
