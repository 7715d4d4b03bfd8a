package io.dakenh.devstack.launcher.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One process of the suite. */
public interface Part {
  /** Short and unique: {@code livetalk}, {@code postgres}. */
  String name();

  /** The port it is reached at. */
  int port();

  /** Names of the parts that must be ready before this one starts. */
  Set<String> needs();

  /** Parts of a higher layer are stopped before those of a lower one. */
  int layer();

  /** Whether it is a process of ours; another's server is neither watched nor started again. */
  default boolean ours() {
    return true;
  }

  /** Starts the process; work that comes before it (unpacking, training) is done here too. */
  void start();

  /** Whether it answers now. */
  boolean ready();

  /** Ends the process in an orderly way, and by force when that takes too long. */
  void stop();

  /** The running process. */
  OptionalLong pid();

  /** The last lines it wrote. */
  String lastLines();

  /** Where it writes, when that is known here. */
  Optional<Path> log();

  /** How long it may take from start to ready. */
  default Duration startLimit() {
    return Duration.ofSeconds(120);
  }
}
