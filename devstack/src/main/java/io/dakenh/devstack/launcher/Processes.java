package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processes of this machine, found again safely, and how much memory they hold. */
final class Processes {
  private static final long KIBIBYTE = 1024;

  /** Start times are told in clock ticks. */
  private static final long TOLERANCE_MILLIS = 50;

  private Processes() {}

  /** The process with this number, unless the number went to another since. */
  static Optional<ProcessHandle> find(long pid, @Nullable Long startedAtMillis) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startedAtMillis == null || startedAt(handle, startedAtMillis));
  }

  private static boolean startedAt(ProcessHandle handle, long millis) {
    return handle
        .info()
        .startInstant()
        .map(Instant::toEpochMilli)
        .map(start -> Math.abs(start - millis) <= TOLERANCE_MILLIS)
        .orElse(true);
  }

  /** Resident memory of the process and its children; pages they share count once for each. */
  static long residentBytes(long pid) {
    return family(pid).mapToLong(member -> field(member, "status", "VmRSS:")).sum();
  }

  /** Memory of the process and its children; pages they share count once. */
  static long proportionalBytes(long pid) {
    return family(pid).mapToLong(member -> field(member, "smaps_rollup", "Pss:")).sum();
  }

  /** Resident memory of one process alone. */
  static long ownResidentBytes(long pid) {
    return field(pid, "status", "VmRSS:");
  }

  /** Memory of one process alone; pages it shares count in parts. */
  static long ownProportionalBytes(long pid) {
    return field(pid, "smaps_rollup", "Pss:");
  }

  private static Stream<Long> family(long pid) {
    return Stream.concat(
        Stream.of(pid),
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid));
  }

  private static long field(long pid, String file, String name) {
    Path path = Path.of("/proc", Long.toString(pid), file);
    try (Stream<String> lines = Files.lines(path)) {
      return lines
              .filter(line -> line.startsWith(name))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElse(0)
          * KIBIBYTE;
    } catch (IOException e) {
      // Gone meanwhile, or a system without /proc: nothing is known.
      return 0;
    }
  }
}
