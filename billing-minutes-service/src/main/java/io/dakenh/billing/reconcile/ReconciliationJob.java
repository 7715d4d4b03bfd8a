package io.dakenh.billing.reconcile;

import io.dakenh.billing.BillingConfig;
import io.dakenh.billing.reconcile.Reconciliation.Difference;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Compares every hour. The gauge {@code dakenh_billing_differences} is the alarm: anything but zero
 * means that seconds appeared or vanished.
 */
@ApplicationScoped
class ReconciliationJob {
  private static final Logger LOG = Logger.getLogger(ReconciliationJob.class);

  /** Start-up is busy enough. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private final Reconciliation reconciliation;
  private final Duration every;
  private final AtomicLong differences = new AtomicLong();
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  ReconciliationJob(Reconciliation reconciliation, BillingConfig config, MeterRegistry meters) {
    this.reconciliation = reconciliation;
    this.every = config.reconcileEvery();
    Gauge.builder("dakenh.billing.differences", differences, AtomicLong::get)
        .description("what the ledger and the calls disagree about; anything but 0 is an alarm")
        .register(meters);
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("reconciliation").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      Duration wait = FIRST.compareTo(every) < 0 ? FIRST : every;
      while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        compare();
        wait = every;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Compares now, sets the alarm and tells what differs. */
  List<Difference> compare() {
    try {
      List<Difference> found = reconciliation.run();
      differences.set(found.size());
      found.forEach(
          difference ->
              LOG.errorf(
                  "ledger differs: tenantId=%s %s expected %d found %d",
                  difference.tenantId(),
                  difference.what(),
                  difference.expected(),
                  difference.found()));
      return found;
    } catch (RuntimeException away) {
      LOG.warnf("the comparison of the ledger tries again later: %s", away.toString());
      return List.of();
    }
  }
}
