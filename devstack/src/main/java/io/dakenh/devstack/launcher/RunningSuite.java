package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.launcher.SuiteState.Phase;
import io.dakenh.devstack.launcher.supervisor.Backoff;
import io.dakenh.devstack.launcher.supervisor.PartFailedException;
import io.dakenh.devstack.launcher.supervisor.PartState;
import io.dakenh.devstack.launcher.supervisor.PartStatus;
import io.dakenh.devstack.launcher.supervisor.Supervisor;
import io.dakenh.devstack.launcher.supervisor.SupervisorListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A suite under its supervisor, in this process. */
final class RunningSuite implements AutoCloseable, SupervisorListener {
  private static final int STARTING_AT_ONCE = 3;

  private final Layout layout;
  private final PortPlan ports;
  private final InfraMode mode;
  private final Progress progress;
  private final FileChannel lockChannel;
  private final FileLock lock;
  private final StateFile stateFile;
  private final Secrets secrets;
  private final Supervisor supervisor;
  private final long begun = System.nanoTime();
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final AtomicReference<SuiteState.@Nullable Demo> demo = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> readyMillis = new AtomicReference<>();

  private RunningSuite(
      Layout layout,
      PortPlan ports,
      Replicas replicas,
      InfraMode mode,
      boolean ahead,
      Progress progress,
      FileChannel lockChannel,
      FileLock lock) {
    this.layout = layout;
    this.ports = ports;
    this.mode = mode;
    this.progress = progress;
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.stateFile = new StateFile(layout.stateFile());
    this.secrets = Secrets.load(layout.secretsFile());
    this.supervisor =
        new Supervisor(
            new Suite(layout, ports, replicas, mode, ahead, secrets, progress).parts(),
            STARTING_AT_ONCE,
            Backoff.USUAL,
            this);
  }

  /** Takes the data folder, clears what an earlier run left, checks disk and ports. */
  static RunningSuite prepare(
      Layout layout,
      PortPlan ports,
      Replicas replicas,
      InfraMode mode,
      boolean ahead,
      Progress progress) {
    Preflight.checkDisk(layout.data());
    try {
      Files.createDirectories(layout.run());
      Files.createDirectories(layout.logs());
      FileChannel channel =
          FileChannel.open(layout.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new LauncherException(
            "another ./dakenh up is at work on " + layout.data() + "; see ./dakenh status");
      }
      new StateFile(layout.stateFile())
          .read()
          .map(Leftovers::stop)
          .filter(names -> !names.isEmpty())
          .ifPresent(names -> progress.note("stopped what an earlier run left behind: " + names));
      Preflight.checkAddress(layout.addressFile(), Suite.publicUrl(ports));
      Preflight.checkPorts(ports.needed(mode == InfraMode.EMBEDDED, replicas));
      return new RunningSuite(layout, ports, replicas, mode, ahead, progress, channel, lock);
    } catch (IOException e) {
      throw new LauncherException("cannot use " + layout.data() + ": " + e.getMessage(), e);
    }
  }

  /** Starts everything; false when it failed, which has been told, or was told to stop. */
  boolean start(boolean seed) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopFromOutside, "shutdown"));
    progress.plain("Đa Kênh starts on " + Suite.publicUrl(ports) + ", data in " + layout.data());
    save();
    try {
      supervisor.start();
    } catch (PartFailedException e) {
      if (stopRequested.getCount() > 0) {
        progress.warn(e.getMessage());
        progress.warn("the start was given up; logs are in " + layout.logs());
      }
      return false;
    }
    if (seed) {
      demo.set(new Seeding(layout, Suite.publicUrl(ports), secrets, progress).run());
    }
    readyMillis.set(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    phase.set(Phase.READY);
    save();
    return stopRequested.getCount() > 0;
  }

  SuiteState state() {
    return new SuiteState(
        phase.get(),
        ProcessHandle.current().pid(),
        ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L),
        ports.base(),
        Suite.publicUrl(ports),
        mode.name().toLowerCase(Locale.ROOT),
        readyMillis.get(),
        supervisor.status(),
        demo.get());
  }

  void awaitStop() {
    try {
      stopRequested.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** On SIGINT and SIGTERM the JVM waits for this before it ends. */
  private void stopFromOutside() {
    stopRequested.countDown();
    close();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    progress.plain("Stopping …");
    phase.set(Phase.STOPPING);
    save();
    supervisor.close();
    phase.set(Phase.STOPPED);
    save();
    progress.plain("Stopped; data is kept in " + layout.data());
    try {
      lock.release();
      lockChannel.close();
    } catch (IOException e) {
      progress.warn("the lock of the data folder: " + e.getMessage());
    }
    stopped.countDown();
  }

  private void save() {
    stateFile.write(state());
  }

  @Override
  public void changed(PartStatus status) {
    save();
    Long startup = status.startupMillis();
    if (status.state() == PartState.READY && startup != null) {
      progress.done(
          String.format(Locale.ROOT, "%-9s ready in %5.2f s", status.name(), startup / 1000.0)
              + " on port "
              + status.port());
    }
  }

  @Override
  public void died(PartStatus status, String lastLines, long restartInMillis) {
    save();
    List<String> lines = lastLines.lines().toList();
    progress.warn(
        status.name()
            + " died; it is started again in "
            + restartInMillis
            + " ms. Its last lines:\n"
            + String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size())));
  }
}
