package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes data folders: by {@code initdb}, or for tests by copying one made before. */
final class PostgresCluster {
  static final String SUPERUSER = "postgres";
  private static final Duration INITDB_TIMEOUT = Duration.ofSeconds(60);
  private static final String MARKER = "PG_VERSION";

  private final Path home;
  private final Path cache;
  private final Path logFile;

  PostgresCluster(Path home, Path cache, Path logFile) {
    this.home = home;
    this.cache = cache;
    this.logFile = logFile;
  }

  void ensure(Path dataFolder, EmbeddedPostgres.Durability durability) {
    if (Files.exists(dataFolder.resolve(MARKER))) {
      return;
    }
    try {
      Files.createDirectories(dataFolder);
      switch (durability) {
        case SAFE -> initdb(dataFolder, List.of());
        case THROWAWAY -> copy(template(), dataFolder);
      }
    } catch (IOException e) {
      throw new InfraException("could not make the PostgreSQL data folder", e);
    }
  }

  private Path template() throws IOException {
    Path template = cache.resolve(home.getFileName() + "-template");
    if (Files.exists(template.resolve(MARKER))) {
      return template;
    }
    Path fresh = Files.createTempDirectory(cache, "template");
    initdb(fresh, List.of("--no-sync", "--wal-segsize=1"));
    try {
      Files.move(fresh, template);
    } catch (IOException e) {
      // Another build was first; its template serves as well.
      if (!Files.exists(template.resolve(MARKER))) {
        throw e;
      }
    }
    return template;
  }

  private void initdb(Path folder, List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                folder.toString(),
                "-U",
                SUPERUSER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    command.addAll(options);
    ChildProcess.start("initdb", Unprivileged.command(command, folder), folder, Map.of(), logFile)
        .awaitSuccess(INITDB_TIMEOUT);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
          // PostgreSQL refuses a data folder that others may read.
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
