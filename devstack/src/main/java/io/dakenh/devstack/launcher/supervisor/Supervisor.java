package io.dakenh.devstack.launcher.supervisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Starts all parts, keeps them running, stops them. Used once. */
public final class Supervisor implements AutoCloseable {
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * Prepares to run these parts.
   *
   * @param startingAtOnce how many may be between start and ready at one time
   */
  public Supervisor(
      List<Part> parts, int startingAtOnce, Backoff backoff, SupervisorListener listener) {
    Semaphore permits = new Semaphore(startingAtOnce, true);
    for (Part part : parts) {
      watches.put(part.name(), new Watch(part, permits, backoff, stopping, listener));
    }
    for (Part part : parts) {
      if (!watches.keySet().containsAll(part.needs())) {
        throw new IllegalArgumentException(part.name() + " needs a part that is not there");
      }
    }
  }

  /**
   * Starts everything and returns when everything is ready.
   *
   * @throws PartFailedException when a part could not be started; the others go on until {@link
   *     #close}
   */
  public void start() {
    CompletableFuture<Void> failure = new CompletableFuture<>();
    List<CompletableFuture<Void>> ready = new ArrayList<>();
    for (Watch watch : watches.values()) {
      List<CompletableFuture<Void>> needed =
          watch.part().needs().stream().map(name -> watches.get(name).ready()).toList();
      watch.begin(needed);
      ready.add(watch.ready());
      watch
          .ready()
          .whenComplete(
              (done, cause) -> {
                if (cause != null) {
                  failure.completeExceptionally(cause);
                }
              });
    }
    CompletableFuture<Void> all = CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(all, failure).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof PartFailedException failed) {
        throw failed;
      }
      throw e;
    }
  }

  /** What is known about each part, in the order they were given. */
  public List<PartStatus> status() {
    return watches.values().stream().map(Watch::status).toList();
  }

  /** Stops all parts, the highest layer first, those of one layer together. */
  @Override
  public void close() {
    stopping.countDown();
    TreeMap<Integer, List<Watch>> layers = new TreeMap<>(Comparator.reverseOrder());
    for (Watch watch : watches.values()) {
      layers.computeIfAbsent(watch.part().layer(), layer -> new ArrayList<>()).add(watch);
    }
    for (List<Watch> layer : layers.values()) {
      List<Thread> threads =
          layer.stream()
              .map(
                  watch ->
                      Thread.ofPlatform().name("stop-" + watch.part().name()).start(watch::end))
              .toList();
      for (Thread thread : threads) {
        joinFully(thread);
      }
    }
  }

  /** A second signal while stopping must not leave processes behind. */
  private static void joinFully(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
