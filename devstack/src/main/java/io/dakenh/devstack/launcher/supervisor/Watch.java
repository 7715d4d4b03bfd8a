package io.dakenh.devstack.launcher.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The life of one part: a thread that starts it, waits for its death, and starts it again. */
final class Watch {
  private static final long POLL_MILLIS = 20;

  /** A part that never was ready is tried this often before the whole start is given up. */
  private static final int FIRST_ATTEMPTS = 2;

  private final Part part;
  private final Semaphore permits;
  private final Backoff backoff;
  private final CountDownLatch stopping;
  private final SupervisorListener listener;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private @Nullable Thread thread;
  private PartState state = PartState.WAITING;
  private @Nullable Long startupMillis;
  private int restarts;

  Watch(
      Part part,
      Semaphore permits,
      Backoff backoff,
      CountDownLatch stopping,
      SupervisorListener listener) {
    this.part = part;
    this.permits = permits;
    this.backoff = backoff;
    this.stopping = stopping;
    this.listener = listener;
  }

  Part part() {
    return part;
  }

  /** Completed when the part answered for the first time; fails when it will not. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  synchronized void begin(List<CompletableFuture<Void>> needed) {
    Runnable life =
        () -> {
          try {
            CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new)).get();
            live();
          } catch (ExecutionException e) {
            // The part it needs has said so itself; this one was never started.
            ready.completeExceptionally(new PartFailedException(part.name() + " was not started"));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    thread = Thread.ofPlatform().daemon().name("watch-" + part.name()).start(life);
  }

  private void live() throws InterruptedException {
    int deaths = 0;
    int attempts = 0;
    while (!stopRequested()) {
      @Nullable String problem = attempt();
      if (stopRequested()) {
        return;
      }
      if (problem == null) {
        long readySince = System.nanoTime();
        ready.complete(null);
        if (!part.ours()) {
          return;
        }
        awaitDeath();
        if (stopRequested()) {
          return;
        }
        boolean stable = System.nanoTime() - readySince >= backoff.stableAfter().toNanos();
        deaths = stable ? 1 : deaths + 1;
        problem = part.lastLines();
      } else {
        attempts++;
        deaths++;
        part.stop();
        if (!ready.isDone() && attempts >= FIRST_ATTEMPTS) {
          change(PartState.FAILED);
          ready.completeExceptionally(new PartFailedException(problem));
          return;
        }
      }
      Duration wait = backoff.before(deaths);
      countRestart();
      listener.died(status(), problem, wait.toMillis());
      if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  /** Starts the process and waits until it answers; says what went wrong, or nothing. */
  private @Nullable String attempt() throws InterruptedException {
    permits.acquire();
    try {
      if (stopRequested()) {
        return null;
      }
      change(PartState.STARTING);
      part.start();
      // What start() prepares before the process exists is not its start-up time.
      long begun = System.nanoTime();
      change(PartState.STARTING);
      return awaitReady(begun);
    } catch (RuntimeException e) {
      return part.name() + " could not be started: " + e.getMessage();
    } finally {
      permits.release();
    }
  }

  private @Nullable String awaitReady(long begun) throws InterruptedException {
    long limit = part.startLimit().toNanos();
    while (!stopping.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (part.ready()) {
        becomeReady(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return null;
      }
      if (part.ours() && part.pid().isEmpty()) {
        return part.name() + " ended while starting. Its log ends:\n" + part.lastLines();
      }
      if (System.nanoTime() - begun > limit) {
        return part.name()
            + " did not answer within "
            + part.startLimit().toSeconds()
            + " s. Its log ends:\n"
            + part.lastLines();
      }
    }
    return null;
  }

  private void awaitDeath() throws InterruptedException {
    OptionalLong pid = part.pid();
    if (pid.isEmpty()) {
      return;
    }
    try {
      ProcessHandle.of(pid.getAsLong())
          .map(ProcessHandle::onExit)
          .orElseGet(() -> CompletableFuture.completedFuture(null))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of " + part.name() + " cannot be told", e);
    }
  }

  private boolean stopRequested() {
    return stopping.getCount() == 0;
  }

  private synchronized void countRestart() {
    restarts++;
    state = PartState.RESTARTING;
  }

  private void becomeReady(long millis) {
    synchronized (this) {
      startupMillis = millis;
      state = PartState.READY;
    }
    listener.changed(status());
  }

  private void change(PartState next) {
    synchronized (this) {
      state = next;
    }
    listener.changed(status());
  }

  /** Stops the part for good. Only called once stopping was announced. */
  void end() {
    @Nullable Thread watching = current();
    part.stop();
    if (watching != null) {
      // It may be in the middle of preparing a start that nobody wants any more.
      watching.interrupt();
      try {
        watching.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      // The process it may have started between the two.
      part.stop();
    }
    change(PartState.STOPPED);
    ready.completeExceptionally(new PartFailedException(part.name() + " was stopped"));
  }

  private synchronized @Nullable Thread current() {
    return thread;
  }

  synchronized PartStatus status() {
    OptionalLong pid = part.pid();
    @Nullable Long running = pid.isPresent() ? pid.getAsLong() : null;
    @Nullable Long since =
        running == null
            ? null
            : ProcessHandle.of(running)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toEpochMilli)
                .orElse(null);
    return new PartStatus(
        part.name(),
        state,
        part.port(),
        running,
        since,
        startupMillis,
        restarts,
        part.log().map(Object::toString).orElse(null));
  }
}
