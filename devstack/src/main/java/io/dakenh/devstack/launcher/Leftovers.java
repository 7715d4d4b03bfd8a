package io.dakenh.devstack.launcher;

import io.dakenh.devstack.launcher.supervisor.PartStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts that outlived their supervisor; they are recognised by number and start time. */
final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final Map<String, Integer> LAYERS =
      Map.of(
          "postgres",
          ProcessPart.INFRASTRUCTURE,
          "kafka",
          ProcessPart.INFRASTRUCTURE,
          "mongo",
          ProcessPart.INFRASTRUCTURE,
          KeycloakPart.NAME,
          ProcessPart.IDENTITY,
          GatewayPart.NAME,
          ProcessPart.EDGE);

  private Leftovers() {}

  /** Ends them, and says which there were. */
  static List<String> stop(SuiteState state) {
    TreeMap<Integer, List<PartStatus>> layers = new TreeMap<>(Comparator.reverseOrder());
    for (PartStatus part : state.parts()) {
      if (alive(part)) {
        layers
            .computeIfAbsent(
                LAYERS.getOrDefault(part.name(), ProcessPart.SERVICES),
                layer -> new java.util.ArrayList<>())
            .add(part);
      }
    }
    layers.values().forEach(Leftovers::stopTogether);
    return layers.values().stream().flatMap(List::stream).map(PartStatus::name).toList();
  }

  private static boolean alive(PartStatus part) {
    Long pid = part.pid();
    return pid != null && Processes.find(pid, part.processStartedAtMillis()).isPresent();
  }

  private static void stopTogether(List<PartStatus> parts) {
    List<ProcessHandle> handles =
        parts.stream()
            .flatMap(
                part ->
                    Processes.find(
                        Objects.requireNonNull(part.pid()), part.processStartedAtMillis())
                        .stream())
            .toList();
    handles.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      handles.forEach(ProcessHandle::destroyForcibly);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process cannot be told", e);
    } catch (InterruptedException e) {
      handles.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
