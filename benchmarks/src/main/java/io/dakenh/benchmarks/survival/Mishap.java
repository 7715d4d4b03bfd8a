package io.dakenh.benchmarks.survival;

import io.dakenh.benchmarks.survival.Faults.Plan;
import java.nio.file.Path;
import java.util.List;

/** What happens to the suite during a run. */
public final class Mishap {
  private final SuiteParts parts;
  private final Plan plan;
  private final List<String> names;
  private final long seed;

  private Mishap(Path data, Plan plan, List<String> parts, long seed) {
    this.parts = new SuiteParts(data);
    this.plan = plan;
    this.names = this.parts.replicasOf(parts);
    this.seed = seed;
  }

  /** Nothing, to compare with. */
  public static Mishap none(Path data) {
    return new Mishap(data, Plan.NONE, List.of(), 0);
  }

  /** A replica of one of these parts, at random, is ended with {@code kill -9}, and again. */
  public static Mishap kills(Path data, List<String> parts, long seed) {
    return new Mishap(data, Plan.KILL, parts, seed);
  }

  /** All replicas of these parts are asked to end, one after the other. */
  public static Mishap rollingRestart(Path data, List<String> parts) {
    return new Mishap(data, Plan.ROLL, parts, 0);
  }

  Faults begin() {
    return Faults.begin(parts, plan, names, seed);
  }
}
