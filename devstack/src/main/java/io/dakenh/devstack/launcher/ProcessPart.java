package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.ChildProcess;
import io.dakenh.devstack.launcher.supervisor.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A part that is one command with its environment, ready when a probe says so. */
class ProcessPart implements Part {
  /** Order of stopping. */
  static final int INFRASTRUCTURE = 0;

  static final int IDENTITY = 1;
  static final int SERVICES = 2;
  static final int EDGE = 3;

  private static final Duration GRACE = Duration.ofSeconds(15);

  /**
   * What does not change while the suite runs.
   *
   * @param folder where the process is started
   * @param probe whether it answers
   */
  record Description(
      String name,
      int port,
      int layer,
      Set<String> needs,
      Path folder,
      Map<String, String> environment,
      Path log,
      BooleanSupplier probe) {}

  private final Description description;
  private @Nullable ChildProcess process;

  ProcessPart(Description description) {
    this.description = description;
  }

  /** The command to run; called before each start. */
  List<String> command() {
    throw new IllegalStateException(name() + " has no command");
  }

  final Description description() {
    return description;
  }

  @Override
  public final String name() {
    return description.name();
  }

  @Override
  public final int port() {
    return description.port();
  }

  @Override
  public final Set<String> needs() {
    return description.needs();
  }

  @Override
  public final int layer() {
    return description.layer();
  }

  @Override
  public final void start() {
    List<String> command = command();
    synchronized (this) {
      process =
          ChildProcess.start(
              name(), command, description.folder(), description.environment(), description.log());
    }
  }

  @Override
  public final boolean ready() {
    return description.probe().getAsBoolean();
  }

  @Override
  public void stop() {
    @Nullable ChildProcess current = current();
    if (current != null) {
      current.stop(GRACE);
    }
  }

  @Override
  public final OptionalLong pid() {
    @Nullable ChildProcess current = current();
    return current != null && current.alive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  @Override
  public final String lastLines() {
    @Nullable ChildProcess current = current();
    return current == null ? "(it never ran)" : current.tail();
  }

  @Override
  public final Optional<Path> log() {
    return Optional.of(description.log());
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }
}
