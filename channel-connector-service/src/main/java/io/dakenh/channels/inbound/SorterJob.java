package io.dakenh.channels.inbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.webhook.DeliveryWriter.Stored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sorts as soon as something was stored here, and looks now and then for what others stored. */
@ApplicationScoped
class SorterJob {
  private static final Logger LOG = Logger.getLogger(SorterJob.class);

  private static final int MOST_FAILURES = 10;

  private final Sorter sorter;
  private final Duration look;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean stopping;
  private int failures;

  @Inject
  SorterJob(Sorter sorter, ChannelsConfig config) {
    this.sorter = sorter;
    this.look = config.outbound().look();
  }

  void stored(@Observes Stored something) {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("webhook-sorter").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    bell.release();
  }

  private void run() {
    try {
      while (!stopping) {
        if (!sorted() && bell.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sorted() {
    try {
      return sorter.sort();
    } catch (RuntimeException oneOfThem) {
      LOG.warnf("deliveries are sorted one by one: %s", oneOfThem.toString());
      return sortedAlone();
    }
  }

  /** A delivery that fails again and again alone is the one at fault. */
  private boolean sortedAlone() {
    try {
      boolean sorted = sorter.sort(1);
      failures = 0;
      return sorted;
    } catch (RuntimeException again) {
      failures++;
      LOG.warnf("a delivery is sorted later: %s", again.toString());
      if (failures >= MOST_FAILURES) {
        discardFirst();
      }
      return false;
    }
  }

  private void discardFirst() {
    try {
      sorter.discardFirst();
      failures = 0;
    } catch (RuntimeException away) {
      LOG.warnf("the database is away: %s", away.toString());
    }
  }
}
