package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who listens on a port of this machine, as far as the system tells. */
final class PortOwners {
  private static final String LISTENING = "0A";

  private PortOwners() {}

  /** A description such as {@code process 4711 (java -jar shop.jar)}. */
  static String describe(int port) {
    return owner(port).map(PortOwners::describe).orElse("another program");
  }

  private static String describe(ProcessHandle handle) {
    String line =
        commandLine(handle.pid())
            .or(() -> handle.info().commandLine())
            .or(() -> handle.info().command())
            .orElse("?");
    String shown = line.length() > 120 ? line.substring(0, 117) + "…" : line;
    return "process " + handle.pid() + " (" + shown + ")";
  }

  private static Optional<String> commandLine(long pid) {
    try {
      return Optional.of(
              Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                  .replace('\0', ' ')
                  .strip())
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      // No /proc here, or not for us.
      return Optional.empty();
    }
  }

  private static Optional<ProcessHandle> owner(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      sockets.addAll(listening(Path.of("/proc/net", table), port));
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses().filter(handle -> holds(handle.pid(), sockets)).findFirst();
  }

  private static Set<String> listening(Path table, int port) {
    String suffix = ":%04X".formatted(port);
    Set<String> inodes = new HashSet<>();
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > 9)
          .filter(fields -> fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
          .forEach(fields -> inodes.add("socket:[" + fields[9] + "]"));
    } catch (IOException e) {
      // No /proc here: the owner stays unknown.
      return Set.of();
    }
    return inodes;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        if (sockets.contains(target(link))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // Another user's process, or one that just ended.
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Closed between listing and reading.
      return "";
    }
  }
}
