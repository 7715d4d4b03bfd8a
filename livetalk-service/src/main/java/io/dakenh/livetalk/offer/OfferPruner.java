package io.dakenh.livetalk.offer;

import io.dakenh.livetalk.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets offers that ended long ago, hourly and in any replica; their history is routing's. */
@ApplicationScoped
class OfferPruner {
  private static final Logger LOG = Logger.getLogger(OfferPruner.class);

  private final Database database;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  OfferPruner(Database database) {
    this.database = database;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("offer-pruner").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(1, TimeUnit.HOURS)) {
        prune();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many were forgotten. */
  int prune() {
    try {
      return database.update("delete from offer where expires_at < now() - interval '1 day'");
    } catch (RuntimeException away) {
      LOG.infof("pruning waits for the next hour: %s", away.getMessage());
      return 0;
    }
  }
}
