package io.dakenh.livetalk.push;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.timer.DueTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Hands notices to the services of browsers. */
@ApplicationScoped
class PushTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(PushTimer.class);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 4;

  private final Database database;
  private final PushServices services;
  private final MeterRegistry meters;
  private final DueTimer timer;

  @Inject
  PushTimer(Database database, PushServices services, Pushes pushes, MeterRegistry meters) {
    this.database = database;
    this.services = services;
    this.meters = meters;
    this.timer = new DueTimer("push-timer", pushes.bell(), SWEEP, this);
  }

  void begin(@Observes StartupEvent event) {
    timer.start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    int late = database.update("delete from push_notice where expires_at <= clock_timestamp()");
    Optional<PushServices.Notice> claimed =
        database.first(
            """
            update push_notice n set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => ?)
            from push_subscription s
            where s.id = n.subscription_id and n.id = (
              select id from push_notice where due_at <= clock_timestamp() and expires_at > clock_timestamp()
              order by due_at limit 1 for update skip locked)
            returning n.id, n.tenant_id, s.id, s.endpoint, s.public_key, s.auth, n.payload, n.attempts,
              ceil(extract(epoch from n.expires_at - clock_timestamp()))::bigint""",
            PushTimer::notice,
            (double) LEASE.toSeconds());
    claimed.ifPresent(this::send);
    return claimed.isPresent() || late > 0;
  }

  private static PushServices.Notice notice(ResultSet row) throws SQLException {
    return new PushServices.Notice(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getBytes(5),
        row.getBytes(6),
        row.getString(7),
        row.getInt(8),
        Math.max(1, row.getLong(9)));
  }

  private void send(PushServices.Notice notice) {
    PushServices.Outcome outcome = services.send(notice);
    meters
        .counter(
            "dakenh_livetalk_push", "outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
        .increment();
    switch (outcome) {
      case TAKEN -> forget(notice);
      case GONE ->
          // The browser wants none any more; its other notices go with it.
          database.update(
              "delete from push_subscription where tenant_id = ? and id = ?",
              notice.tenantId(),
              notice.subscriptionId());
      case LATER -> {
        if (notice.attempts() >= MOST_ATTEMPTS) {
          LOG.warnf("notice given up: id=%s", notice.id());
          forget(notice);
        }
      }
    }
  }

  private void forget(PushServices.Notice notice) {
    database.update(
        "delete from push_notice where tenant_id = ? and id = ?", notice.tenantId(), notice.id());
  }

  @Override
  public Optional<Duration> untilNext() {
    return database.first(
        """
        select (extract(epoch from s.next - clock_timestamp()) * 1000000)::bigint
        from (select min(due_at) as next from push_notice) s where s.next is not null""",
        row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }
}
