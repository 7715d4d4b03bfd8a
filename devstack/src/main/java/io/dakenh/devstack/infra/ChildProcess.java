package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A process with its log in a file. */
public final class ChildProcess {
  private static final int TAIL_LINES = 25;

  private final String name;
  private final Process process;
  private final Path logFile;

  private ChildProcess(String name, Process process, Path logFile) {
    this.name = name;
    this.process = process;
    this.logFile = logFile;
  }

  /** Starts a command; its output is appended to the log file. */
  public static ChildProcess start(
      String name, List<String> command, Path folder, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().resolveSibling("."));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      return new ChildProcess(name, process, log);
    } catch (IOException e) {
      throw new InfraException("could not start " + name + ": " + command.getFirst(), e);
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Where its output goes. */
  public Path logFile() {
    return logFile;
  }

  /** The handle, for those who wait for its end. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits for a condition, giving up at once when the process ends. */
  public void await(BooleanSupplier condition, Duration atMost) {
    try {
      Awaitility.await(name)
          .atMost(atMost)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !alive() || condition.getAsBoolean());
    } catch (ConditionTimeoutException e) {
      throw new InfraException(
          name + " did not answer within " + atMost.toSeconds() + " s. Its log ends:\n" + tail(),
          e);
    }
    if (!alive()) {
      throw new InfraException(
          name + " ended with " + process.exitValue() + ". Its log ends:\n" + tail());
    }
  }

  /**
   * Waits for its end.
   *
   * @throws InfraException when it ends with a failure or not in time
   */
  public void awaitSuccess(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new InfraException(name + " did not end. Its log ends:\n" + tail());
      }
      if (process.exitValue() != 0) {
        throw new InfraException(
            name + " failed with " + process.exitValue() + ". Its log ends:\n" + tail());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InfraException("interrupted while waiting for " + name, e);
    }
  }

  /** Asks it to end and, after the grace, ends it. */
  public void stop(Duration grace) {
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of its log. */
  public String tail() {
    try (Stream<String> lines = Files.lines(logFile, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - TAIL_LINES), all.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
