package io.dakenh.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line and environment with which the suite runs a service, so that what is measured is
 * what is run.
 *
 * @param service its name in the suite
 */
record ServiceCommand(String service, List<String> command, Map<String, String> environment) {
  private static final String CACHE = "-XX:AOTCache=";

  /** As process {@code pid} was started. */
  static ServiceCommand of(String service, long pid) {
    Map<String, String> environment = new HashMap<>();
    for (String entry : words(pid, "environ")) {
      int equals = entry.indexOf('=');
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return new ServiceCommand(service, words(pid, "cmdline"), environment);
  }

  private static List<String> words(long pid, String file) {
    try {
      String text =
          Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\0", -1)).filter(word -> !word.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read how process " + pid + " was started", e);
    }
  }

  boolean ahead() {
    return command.stream().anyMatch(word -> word.startsWith(CACHE));
  }

  /** The same without its ahead-of-time cache. */
  ServiceCommand withoutCache() {
    return new ServiceCommand(
        service, command.stream().filter(word -> !word.startsWith(CACHE)).toList(), environment);
  }

  /** The same listening elsewhere, beside the one that runs. */
  ServiceCommand on(int port) {
    Map<String, String> moved = new HashMap<>(environment);
    moved.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return new ServiceCommand(service, command, moved);
  }
}
