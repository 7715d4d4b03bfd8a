package io.dakenh.devstack.test;

import io.dakenh.devstack.infra.InfraException;
import io.dakenh.devstack.infra.Signals;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What happens to processes in the night. */
public final class Faults {
  private static final long GONE_SECONDS = 10;

  private Faults() {}

  /**
   * Kills the process and returns when it is gone, and whatever it had started: the backends of a
   * killed PostgreSQL end by themselves a moment later, and until then it cannot start again.
   */
  public static void kill9(long pid) {
    ProcessHandle process =
        ProcessHandle.of(pid).orElseThrow(() -> new InfraException("no process " + pid));
    CompletableFuture<?> gone =
        CompletableFuture.allOf(
            Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new));
    Signals.KILL.send(pid);
    try {
      gone.get(GONE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new InfraException("process " + pid + " survived kill -9", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfraException("interrupted while killing process " + pid, e);
    }
  }

  /** Freezes the process: its sockets stay open and nobody answers. */
  public static void pause(long pid) {
    Signals.STOP.send(pid);
  }

  /** Lets a frozen process go on. */
  public static void resume(long pid) {
    Signals.CONT.send(pid);
  }
}
