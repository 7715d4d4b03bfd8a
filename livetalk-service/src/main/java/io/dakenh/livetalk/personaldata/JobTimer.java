package io.dakenh.livetalk.personaldata;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Does jobs; any replica may do any of them, and whoever takes one up again goes on with it. */
@ApplicationScoped
class JobTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(JobTimer.class);
  private static final Duration SWEEP = Duration.ofSeconds(15);

  private final Database database;
  private final Jobs jobs;
  private final Eraser eraser;
  private final Export export;
  private final int batch;
  private final DueTimer timer;

  @Inject
  JobTimer(Database database, Jobs jobs, Eraser eraser, Export export, LivetalkConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.eraser = eraser;
    this.export = export;
    this.batch = config.personalData().batch();
    this.timer = new DueTimer("personal-data-timer", jobs.bell(), SWEEP, this);
  }

  void begin(@Observes StartupEvent event) {
    timer.start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    Optional<Jobs.Due> claimed = jobs.claim();
    claimed.ifPresent(this::work);
    return claimed.isPresent();
  }

  private void work(Jobs.Due job) {
    try {
      if (job.kind().equals("erase")) {
        erase(job);
      } else {
        export.write(job);
      }
    } catch (ProblemException away) {
      throw away;
    } catch (IOException | RuntimeException failed) {
      LOG.errorf(
          failed, "job waits: kind=%s id=%s attempt=%d", job.kind(), job.id(), job.attempts());
      jobs.failed(job);
    }
  }

  private void erase(Jobs.Due job) {
    while (some(job).conversations() > 0) {
      LOG.debugf("erasing goes on: id=%s", job.id());
    }
    database.inTransaction(
        () -> {
          long mails = eraser.visitor(job.tenantId(), job.visitorId());
          jobs.erased(job, new Erased(0, 0, 0, 0, 0, 0, 0, mails));
          return Boolean.TRUE;
        });
  }

  /** What is gone and that it is told in the receipt are one commit. */
  private Erased some(Jobs.Due job) {
    return database.inTransaction(
        () -> {
          Erased some = eraser.someOf(job.tenantId(), job.visitorId(), batch);
          if (some.conversations() > 0) {
            jobs.note(job, some);
          }
          return some;
        });
  }

  @Override
  public Optional<Duration> untilNext() {
    return jobs.untilNext();
  }
}
