package io.dakenh.livetalk.personaldata;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.audit.Audit;
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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets go of conversations that are older than their business keeps them, of exports that have
 * ended, and of what was only kept for a while. Every replica looks; rows one of them works on are
 * passed over by the others.
 */
@ApplicationScoped
class RetentionSweep {
  private static final Logger LOG = Logger.getLogger(RetentionSweep.class);
  private static final Duration MAIL_KEPT = Duration.ofDays(30);
  private static final Duration DATA_KEPT = Duration.ofDays(30);

  private final Database database;
  private final Eraser eraser;
  private final Audit audit;
  private final Duration sweep;
  private final int batch;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  RetentionSweep(
      Database database, Eraser eraser, Audit audit, LivetalkConfig config, Clock clock) {
    this.database = database;
    this.eraser = eraser;
    this.audit = audit;
    this.sweep = config.personalData().sweep();
    this.batch = config.personalData().batch();
    this.clock = clock;
  }

  private record Policy(UUID tenantId, int days) {}

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("retention-sweep").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          apply();
        } catch (RuntimeException away) {
          LOG.infof("letting go waits for the next time: %s", away.getMessage());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Applies every policy; tells how many conversations went. */
  long apply() {
    Instant now = clock.instant();
    long all = 0;
    for (Policy policy : policies()) {
      all += apply(policy, now.minus(Duration.ofDays(policy.days())));
    }
    database.update(
        "delete from personal_data_chunk c using personal_data_job j where j.id = c.job_id and j.expires_at < ?",
        now);
    database.update(
        "delete from mail where state <> 'waiting' and created_at < ?", now.minus(MAIL_KEPT));
    database.update(
        """
        delete from visitor_data d where d.updated_at < ?
          and not exists (select 1 from visitor v where v.tenant_id = d.tenant_id and v.id = d.visitor_id)""",
        now.minus(DATA_KEPT));
    return all;
  }

  private long apply(Policy policy, Instant before) {
    long gone = 0;
    long some;
    do {
      some = eraser.someClosedBefore(policy.tenantId(), before, batch).conversations();
      gone += some;
    } while (some > 0 && stopping.getCount() > 0);
    if (gone > 0) {
      LOG.infof("retention: tenantId=%s conversations=%d", policy.tenantId(), gone);
      database.inTransaction(
          () -> {
            audit.record(
                policy.tenantId(),
                "retention.applied",
                "retention",
                null,
                List.of("conversations"));
            return Boolean.TRUE;
          });
    }
    return gone;
  }

  private List<Policy> policies() {
    return database.list(
        """
        select tenant_id, (content ->> 'days')::int from section_settings
        where section = 'retention' and content ->> 'limited' = 'true'""",
        row -> new Policy(row.getObject(1, UUID.class), row.getInt(2)));
  }
}
