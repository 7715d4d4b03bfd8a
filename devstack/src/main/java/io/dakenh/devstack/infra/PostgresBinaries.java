package io.dakenh.devstack.infra;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL binaries, unpacked once into the cache. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(RuntimeFiles files) {
    Path jar = files.postgresJar();
    String version = jar.toFile().getName().replaceFirst("\\.jar$", "");
    Path target = files.cache().resolve(version);
    Path done = target.resolve(".complete");
    if (Files.exists(done)) {
      return target;
    }
    try {
      Files.createDirectories(target);
      // Two builds may unpack at once: the second waits and finds the work done.
      try (FileChannel channel =
              FileChannel.open(
                  target.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(done)) {
          unpack(jar, target);
          Files.createFile(done);
        }
      }
      return target;
    } catch (IOException e) {
      throw new InfraException("could not unpack the PostgreSQL binaries", e);
    }
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile())) {
      ZipEntry packed =
          archive.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + jar.getFileName()));
      try (InputStream raw = new BufferedInputStream(archive.getInputStream(packed));
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpackEntry(tar, entry, target);
        }
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    Files.deleteIfExists(path);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
      throw new IOException("could not make executable: " + entry.getName());
    }
  }
}
