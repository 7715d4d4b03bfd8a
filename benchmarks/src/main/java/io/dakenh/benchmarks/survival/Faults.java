package io.dakenh.benchmarks.survival;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Kills or restarts parts of the suite until it is told to stop. */
final class Faults implements AutoCloseable {
  private static final int SHORTEST_PEACE_MILLIS = 2_000;
  private static final int LONGEST_PEACE_MILLIS = 8_000;

  /** What happens to the parts. */
  enum Plan {
    /** Nothing. */
    NONE,
    /** One at random is ended with {@code kill -9}, then another, for as long as it takes. */
    KILL,
    /** Each is asked to end, one after the other, once. */
    ROLL
  }

  private final SuiteParts parts;
  private final List<String> names;
  private final Random random;
  private final boolean rolling;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  private Faults(SuiteParts parts, Plan plan, List<String> names, long seed) {
    this.parts = parts;
    this.names = names;
    this.random = new Random(seed);
    this.rolling = plan == Plan.ROLL;
    this.thread = Thread.ofPlatform().name("faults").unstarted(() -> run(plan));
  }

  /** Begins at once. */
  static Faults begin(SuiteParts parts, Plan plan, List<String> names, long seed) {
    Faults faults = new Faults(parts, plan, names, seed);
    faults.thread.start();
    return faults;
  }

  private void run(Plan plan) {
    try {
      switch (plan) {
        case NONE -> {
          // To compare with.
        }
        case KILL -> kill();
        case ROLL -> restart();
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void kill() {
    while (peace(random.nextInt(SHORTEST_PEACE_MILLIS, LONGEST_PEACE_MILLIS))) {
      String victim = names.get(random.nextInt(names.size()));
      parts.replace(victim, true);
      counts.merge(victim, 1, Integer::sum);
    }
  }

  private void restart() {
    for (String name : names) {
      if (!peace(SHORTEST_PEACE_MILLIS)) {
        return;
      }
      parts.replace(name, false);
      counts.merge(name, 1, Integer::sum);
    }
  }

  /** Whether to go on after this time. */
  private boolean peace(int millis) {
    try {
      return !stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends nothing more, or nothing but the rest of the round; waits until all parts are ready. */
  void stop() {
    if (!rolling) {
      stop.countDown();
    }
    join();
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  /** How often each part was ended; to be asked after {@link #stop}. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  @Override
  public void close() {
    stop.countDown();
    join();
  }
}
