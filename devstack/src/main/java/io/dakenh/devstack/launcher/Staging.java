package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Services run from copies in the cache: a build that replaces their jars under their feet would
 * crash them. A copy is named after the content of its jar, so its ahead-of-time cache stays good
 * for as long as the service does not change.
 */
final class Staging {
  private static final int KEPT = 4;
  private static final String DONE = ".complete";

  private final Path folder;

  Staging(Path cache) {
    this.folder = cache.resolve("services");
  }

  /** The runnable jar of a service, as a copy. */
  Path staged(Service service, Path jar) {
    try {
      Path target = folder.resolve(service.partName() + "-" + sum(jar));
      Files.createDirectories(target);
      try (FileChannel channel =
              FileChannel.open(
                  target.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(target.resolve(DONE))) {
          copy(jar, target);
          Files.createFile(target.resolve(DONE));
        }
      }
      Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
      removeOld(service, target);
      return target.resolve(Folders.name(jar));
    } catch (IOException e) {
      throw new LauncherException("cannot copy " + service.module() + ": " + e.getMessage(), e);
    }
  }

  private static void copy(Path jar, Path target) throws IOException {
    Files.copy(jar, target.resolve(Folders.name(jar)), StandardCopyOption.REPLACE_EXISTING);
    Path libraries = Files.createDirectories(target.resolve("lib"));
    try (Stream<Path> entries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : entries.toList()) {
        share(library, libraries.resolve(Folders.name(library)));
      }
    }
  }

  /**
   * Builds replace libraries as a whole, so a second name for the same file is as good as a copy.
   */
  private static void share(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      // Another file system.
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void removeOld(Service service, Path current) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> old =
          entries
              .filter(path -> Folders.name(path).startsWith(service.partName() + "-"))
              .filter(path -> !path.equals(current))
              .sorted(Comparator.comparing(Staging::used).reversed())
              .skip(KEPT - 1)
              .toList();
      old.forEach(Folders::remove);
    }
  }

  private static FileTime used(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      // Removed by another suite meanwhile.
      return FileTime.fromMillis(0);
    }
  }

  private static String sum(Path jar) throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(Files.readAllBytes(jar));
    try (Stream<Path> entries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : entries.sorted().toList()) {
        sum.update(
            (Folders.name(library) + Files.size(library))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        // Our own modules keep their name and may keep their size.
        if (Folders.name(library).startsWith("io.dakenh")) {
          sum.update(Files.readAllBytes(library));
        }
      }
    }
    return Long.toHexString(sum.getValue());
  }
}
