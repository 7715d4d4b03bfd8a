package io.dakenh.platform.relational.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the timer of this replica as soon as a commit left it something to do. One per service. */
@ApplicationScoped
public class Alarm {
  private final TransactionSynchronizationRegistry transaction;
  private final Semaphore bell = new Semaphore(0);

  /** An alarm for one timer. */
  @Inject
  public Alarm(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** Rings once the current transaction has committed. */
  public void ringAfterCommit() {
    if (transaction.getResource(this) != null) {
      return;
    }
    transaction.putResource(this, Boolean.TRUE);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the outcome matters.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              ring();
            }
          }
        });
  }

  /** Rings now. */
  public void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  /** Waits until it rings or the time is over. */
  public void await(long nanoseconds) throws InterruptedException {
    if (bell.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS)) {
      bell.drainPermits();
    }
  }
}
