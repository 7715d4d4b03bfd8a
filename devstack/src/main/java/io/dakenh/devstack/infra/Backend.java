package io.dakenh.devstack.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One server of the infrastructure. Embedded ones keep their data through {@link #stop} and {@link
 * #start}.
 */
public interface Backend extends AutoCloseable {
  /** Short name for messages: {@code postgres}, {@code kafka}, {@code mongo}. */
  String name();

  /** Starts it, without waiting until it answers; nothing happens when it runs already. */
  void start();

  /** Whether it answers a real request now. */
  boolean ready();

  /**
   * Waits until it answers.
   *
   * @throws InfraException with the last lines of its log when it died or did not answer in time
   */
  void awaitReady(Duration atMost);

  /** Ends it in an orderly way, and by force when that takes too long. */
  void stop();

  /** The process, when it is one of this machine that we started. */
  OptionalLong pid();

  /** Where it writes its log, when it is our own process. */
  Optional<Path> logFile();

  @Override
  default void close() {
    stop();
  }
}
