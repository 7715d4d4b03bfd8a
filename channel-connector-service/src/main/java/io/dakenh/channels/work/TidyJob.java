package io.dakenh.channels.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Says every minute that it is time to tidy up. */
@ApplicationScoped
class TidyJob {
  private static final Logger LOG = Logger.getLogger(TidyJob.class);

  private final Event<Tidy> tidy;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  TidyJob(Event<Tidy> tidy) {
    this.tidy = tidy;
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("tidy").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(1, TimeUnit.MINUTES)) {
        try {
          tidy.fire(new Tidy());
        } catch (RuntimeException later) {
          LOG.warnf("tidying up is tried again: %s", later.toString());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
