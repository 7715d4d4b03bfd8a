package io.dakenh.devstack.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the embedded backends share: one child process. */
abstract class ProcessBackend implements Backend {
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  private final Path logFile;
  private @Nullable ChildProcess process;

  ProcessBackend(Path logFile) {
    this.logFile = logFile;
  }

  /** Prepares whatever is missing and starts the process. */
  abstract ChildProcess launch(Path logFile);

  /** Sent before the usual request to end, for servers that need another one. */
  void askToEnd(long pid) {}

  /** Called after an orderly stop. */
  void ended() {}

  @Override
  public final synchronized void start() {
    ChildProcess current = process;
    if (current == null || !current.alive()) {
      process = launch(logFile);
    }
  }

  @Override
  public final void awaitReady(Duration atMost) {
    ChildProcess current = current();
    if (current == null) {
      throw new InfraException(name() + " was not started");
    }
    current.await(this::ready, atMost);
  }

  @Override
  public final synchronized void stop() {
    ChildProcess current = process;
    if (current != null) {
      if (current.alive()) {
        askToEnd(current.pid());
      }
      current.stop(STOP_GRACE);
      process = null;
      ended();
    }
  }

  @Override
  public final OptionalLong pid() {
    ChildProcess current = current();
    return current != null && current.alive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  @Override
  public final Optional<Path> logFile() {
    return Optional.of(logFile);
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }
}
