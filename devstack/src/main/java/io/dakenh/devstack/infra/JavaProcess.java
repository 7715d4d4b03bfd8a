package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Command line of a Java server: small heap, one thread for collection, and an archive of its
 * classes, which the first orderly end leaves behind. With the archive the broker starts with a
 * third of the work and half of the memory.
 */
final class JavaProcess {
  private final String classPath;
  private final Path archive;
  private final Path freshArchive;
  private final int heapMegabytes;

  JavaProcess(RuntimeFiles files, String name, int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
    classPath = ProcessJar.in(files.cache()) + ":" + files.javaClassPath();
    String made =
        classPath + System.getProperty("java.home") + System.getProperty("java.vm.version");
    UUID id = UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8));
    archive = files.cache().resolve(name + "-" + id + ".jsa");
    freshArchive = files.cache().resolve(name + "-" + UUID.randomUUID() + ".jsa.tmp");
  }

  List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--illegal-native-access=allow",
                "--sun-misc-unsafe-memory-access=allow"));
    command.add(
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + freshArchive);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Called when the process has ended: what it archived serves the next start. */
  void ended() {
    try {
      if (Files.exists(freshArchive)) {
        Files.move(freshArchive, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new InfraException("could not keep the class archive of a server", e);
    }
  }
}
