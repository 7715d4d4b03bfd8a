package io.dakenh.devstack.test;

import io.dakenh.devstack.infra.RuntimeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test JVM that is killed cannot stop its servers. Each server leaves a note of who started it;
 * the next test JVM ends those whose owner is gone.
 */
final class StrayProcesses {
  private StrayProcesses() {}

  /** Notes that this JVM owns the process. */
  static void remember(long pid) {
    try {
      Files.writeString(
          folder().resolve(Long.toString(pid)),
          identity(ProcessHandle.current())
              + "\n"
              + ProcessHandle.of(pid).map(StrayProcesses::identity).orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("could not note a test server", e);
    }
  }

  /** Forgets a process that was ended properly. */
  static void forget(long pid) {
    try {
      Files.deleteIfExists(folder().resolve(Long.toString(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException("could not forget a test server", e);
    }
  }

  /** Ends servers whose owner is gone, and forgets those that ended. */
  static void sweep() {
    try (Stream<Path> notes = Files.list(folder())) {
      for (Path note : notes.toList()) {
        sweep(note);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not look for stray test servers", e);
    }
  }

  private static void sweep(Path note) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(note);
    } catch (NoSuchFileException e) {
      // Its owner ended in this moment and forgot it.
      return;
    }
    Optional<ProcessHandle> server = lines.size() == 2 ? find(lines.get(1)) : Optional.empty();
    if (server.isEmpty()) {
      Files.deleteIfExists(note);
    } else if (find(lines.getFirst()).isEmpty()) {
      server.get().destroyForcibly();
      Files.deleteIfExists(note);
    }
  }

  /** Number and start together: numbers are used again. */
  private static String identity(ProcessHandle handle) {
    return handle.pid() + " " + handle.info().startInstant().map(Object::toString).orElse("?");
  }

  private static Optional<ProcessHandle> find(String identity) {
    long pid = Long.parseLong(identity.split(" ", 2)[0]);
    return ProcessHandle.of(pid).filter(handle -> identity(handle).equals(identity));
  }

  private static Path folder() throws IOException {
    return Files.createDirectories(
        RuntimeFiles.current().root().resolve(".dakenh").resolve("test-servers"));
  }
}
