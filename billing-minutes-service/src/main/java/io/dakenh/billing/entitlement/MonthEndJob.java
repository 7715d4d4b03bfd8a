package io.dakenh.billing.entitlement;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.BillingConfig;
import io.dakenh.billing.ledger.TenantWall;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Waits for the next row to be due and has {@link MonthEnd} work through all that are. The rows
 * decide; this thread only knows when to look, and looks at least as often as {@code
 * dakenh.billing.month-end-look} says, for rows that appeared meanwhile.
 */
@ApplicationScoped
class MonthEndJob {
  private static final Logger LOG = Logger.getLogger(MonthEndJob.class);
  private static final int BATCH = 500;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final AgroalDataSource database;
  private final MonthEnd monthEnd;
  private final Duration longestWait;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  MonthEndJob(AgroalDataSource database, MonthEnd monthEnd, BillingConfig config) {
    this.database = database;
    this.monthEnd = monthEnd;
    this.longestWait = config.monthEndLook();
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("month-end").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      Duration wait = Duration.ZERO;
      while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = workThenWait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration workThenWait() {
    try {
      int ended = monthEnd.endDue(BATCH);
      if (ended > 0) {
        LOG.infof("month ended for %d tenants", ended);
        return Duration.ZERO;
      }
      return untilNext();
    } catch (SQLException | RuntimeException failed) {
      LOG.warnf("month end tries again: %s", failed.toString());
      return AFTER_FAILURE;
    }
  }

  private Duration untilNext() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        TenantWall.openForEveryTenant(connection);
        Duration next = EntitlementRepository.untilNextReset(connection).orElse(longestWait);
        return next.compareTo(longestWait) > 0 ? longestWait : next;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
