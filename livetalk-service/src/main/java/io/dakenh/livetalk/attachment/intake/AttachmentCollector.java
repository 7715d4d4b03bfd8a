package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.store.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Removes files that no message carries: uploads nobody sent, and those of deleted messages. An
 * upload can be sent only while it is well younger than what is collected, so the two never meet.
 */
@ApplicationScoped
class AttachmentCollector {
  private static final Logger LOG = Logger.getLogger(AttachmentCollector.class);

  private final Database database;
  private final AttachmentRepository repository;
  private final AttachmentStore store;
  private final Duration sweep;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  AttachmentCollector(
      Database database,
      AttachmentRepository repository,
      AttachmentStore store,
      LivetalkConfig config,
      Clock clock) {
    this.database = database;
    this.repository = repository;
    this.store = store;
    this.sweep = config.attachments().sweep();
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("attachment-collector").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
        collect();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many were removed. */
  int collect() {
    int collected = 0;
    try {
      for (int some = batch(); some > 0; some = batch()) {
        collected += some;
      }
    } catch (RuntimeException away) {
      LOG.infof("collecting files waits for the next time: %s", away.getMessage());
    }
    return collected;
  }

  private int batch() {
    // A day; sending takes none older than 20 hours.
    Instant before = clock.instant().minus(Duration.ofDays(1));
    return database.inTransaction(
        () -> {
          List<Attachment> unused = repository.unused(before);
          for (Attachment one : unused) {
            store.remove(one.tenantId(), one.id());
            repository.forget(one);
            repository.giveBack(one.tenantId(), AttachmentIntake.size(one));
          }
          return unused.size();
        });
  }
}
