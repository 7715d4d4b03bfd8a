package io.dakenh.benchmarks.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The processes of a suite that runs here, as it tells at this moment. */
final class SuiteParts {
  private static final Duration RECOVERY = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path state;

  SuiteParts(Path data) {
    this.state = data.resolve("run/state.json");
  }

  /** Names of all replicas of these parts. */
  List<String> replicasOf(List<String> parts) {
    List<String> names = new ArrayList<>();
    for (JsonNode part : read().path("parts")) {
      String name = part.path("name").asText();
      if (parts.contains(name.replaceFirst("-\\d+$", ""))) {
        names.add(name);
      }
    }
    return names;
  }

  /** Ends a process, by force or with a request, and waits until another is ready in its place. */
  void replace(String name, boolean byForce) {
    long pid = part(name).path("pid").asLong();
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IllegalStateException("no process of " + name + " runs"));
    if (byForce) {
      process.destroyForcibly();
    } else {
      process.destroy();
    }
    Awaitility.await(name + " to be ready again")
        .atMost(RECOVERY)
        .until(
            () -> {
              JsonNode part = part(name);
              return part.path("pid").asLong() != pid
                  && "READY".equals(part.path("state").asText());
            });
  }

  private JsonNode part(String name) {
    return StreamSupport.stream(read().path("parts").spliterator(), false)
        .filter(part -> part.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the suite has no part " + name));
  }

  private JsonNode read() {
    try {
      return JSON.readTree(state.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what the suite tells", e);
    }
  }
}
