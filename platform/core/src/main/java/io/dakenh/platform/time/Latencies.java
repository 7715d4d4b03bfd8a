package io.dakenh.platform.time;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Bounds of the buckets in which latencies are counted. The same everywhere, so that replicas and
 * services can be added up; few, because each is a time series per label.
 */
public final class Latencies {
  private Latencies() {}

  /** Of what machines do on their own: 5 ms to 10 s. */
  public static Duration[] ofMachines() {
    return millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000);
  }

  /** Of what waits for people: half a second to five minutes. */
  public static Duration[] ofPeople() {
    return millis(500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000);
  }

  private static Duration[] millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
