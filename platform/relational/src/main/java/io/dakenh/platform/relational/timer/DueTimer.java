package io.dakenh.platform.relational.timer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does what is due, when it is due.
 *
 * <p>Rows are the timers; this thread only sleeps until the earliest of them or until a commit
 * rings the {@link Alarm}. Whoever does the work claims due rows with SKIP LOCKED and compares with
 * the database's clock: then any replica may run any of them, none runs twice, and nothing is
 * early. A replica that dies leaves its rows to the others' sweep.
 */
public final class DueTimer {
  private static final Logger LOG = Logger.getLogger(DueTimer.class);

  /** When the next row is due already but was not to be had: someone else holds it for a moment. */
  private static final long BUSY_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final long PAUSE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final Duration LAST_TRANSACTION = Duration.ofSeconds(5);

  private final String name;
  private final Alarm alarm;
  private final long sweepNanoseconds;
  private final Work work;
  private volatile @Nullable Thread thread;

  /** What a timer does. */
  public interface Work {
    /** Does some of what is due; false when nothing of it could be done now. */
    boolean doSome();

    /** How long until the earliest row is due, not positive if it is; empty when none waits. */
    Optional<Duration> untilNext();
  }

  /**
   * A timer that has not begun.
   *
   * @param name of its thread
   * @param sweep how often it looks for rows that another replica left behind
   */
  public DueTimer(String name, Alarm alarm, Duration sweep, Work work) {
    this.name = name;
    this.alarm = alarm;
    this.sweepNanoseconds = sweep.toNanos();
    this.work = work;
  }

  /** Begins; may begin again after {@link #stop()}. */
  public void start() {
    Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread = started;
    started.start();
  }

  /** Lets the transaction in progress finish. */
  public void stop() throws InterruptedException {
    Thread running = thread;
    thread = null;
    if (running != null) {
      alarm.ring();
      running.join(LAST_TRANSACTION);
    }
  }

  private void run() {
    try {
      while (mine()) {
        alarm.await(workThenTellWhen());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mine() {
    return thread == Thread.currentThread();
  }

  /** Works until nothing is due; tells how long nothing will be. Idle, it only asks. */
  private long workThenTellWhen() {
    try {
      Optional<Duration> next = work.untilNext();
      while (mine() && next.isPresent() && !next.get().isPositive() && work.doSome()) {
        next = work.untilNext();
      }
      return next.map(until -> Math.clamp(until.toNanos(), BUSY_NANOSECONDS, sweepNanoseconds))
          .orElse(sweepNanoseconds);
    } catch (RuntimeException away) {
      LOG.warnf(away, "%s waits for the database", name);
      return PAUSE_NANOSECONDS;
    }
  }
}
