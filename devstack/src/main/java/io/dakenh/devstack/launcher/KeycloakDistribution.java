package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.RuntimeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keycloak unpacked and built once for our options into the cache, and a home for each suite that
 * links to it and has a data folder of its own.
 */
final class KeycloakDistribution {
  private static final int BUILD_MINUTES = 10;

  /** What is decided at build time; a change needs another cache entry. */
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--cache=local",
          "--http-relative-path=/auth",
          "--health-enabled=true",
          "--metrics-enabled=false",
          "--features-disabled=ciba,kerberos");

  private final RuntimeFiles files;
  private final Layout layout;
  private final Progress progress;

  KeycloakDistribution(RuntimeFiles files, Layout layout, Progress progress) {
    this.files = files;
    this.layout = layout;
    this.progress = progress;
  }

  /** A home for this suite, ready to be started. */
  Path home() {
    Path zip = files.keycloakZip();
    String version = Folders.name(zip).replaceFirst("\\.zip$", "");
    Path built =
        layout.cache().resolve(version + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode()));
    try {
      Path done = built.resolve(".built");
      if (!Files.exists(done)) {
        Files.createDirectories(built);
        // Another suite may be doing the same: the second waits and finds the work done.
        try (FileChannel channel =
                FileChannel.open(
                    built.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && !Files.exists(done)) {
            make(zip, built);
            Files.createFile(done);
          }
        }
      }
      return linked(built);
    } catch (IOException e) {
      throw new LauncherException("could not prepare Keycloak: " + e.getMessage(), e);
    }
  }

  private void make(Path zip, Path target) throws IOException {
    progress.note("keycloak: unpacking and building it for our options (once, about a minute)");
    unpack(zip, target);
    Path log = layout.log("keycloak-build");
    Folders.makeParent(log);
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(target.resolve("bin/kc.sh").toString(), "build"),
                    BUILD_OPTIONS.stream())
                .toList());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("its build failed:\n" + BackendPart.tail(log, 15));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while building it", e);
    }
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : archive.stream().toList()) {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() < 2 || entry.isDirectory()) {
          continue;
        }
        // Everything lies in one folder that is named after the version.
        Path path = target.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        Folders.makeParent(path);
        try (InputStream content = archive.getInputStream(entry)) {
          Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        }
        if (path.toString().endsWith(".sh") && !path.toFile().setExecutable(true, false)) {
          throw new IOException("could not make executable: " + entry.getName());
        }
      }
    }
  }

  private Path linked(Path built) throws IOException {
    Path home = layout.keycloak();
    Files.createDirectories(home.resolve("data/import"));
    for (String folder : List.of("bin", "lib", "conf", "providers", "themes")) {
      Path link = home.resolve(folder);
      Path target = built.resolve(folder);
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
        continue;
      }
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, target);
    }
    return home;
  }
}
