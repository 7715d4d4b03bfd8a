package io.dakenh.livetalk.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung when a commit left something to be sent on by a channel. */
@ApplicationScoped
public class RequestBell {
  private final Semaphore bell = new Semaphore(0);

  /** Rings; whoever waits looks. */
  public void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Waits until it rings or the time is over. */
  public void await(Duration longest) throws InterruptedException {
    if (bell.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      bell.drainPermits();
    }
  }
}
