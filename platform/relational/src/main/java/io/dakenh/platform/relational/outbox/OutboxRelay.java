package io.dakenh.platform.relational.outbox;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.event.EventSender;
import io.dakenh.platform.event.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox, oldest first, right after each commit; a slow sweep is the safety
 * net for what a dead process left.
 *
 * <p>Replicas take turns by an advisory lock held for one batch, so rows of one aggregate are never
 * overtaken. A batch is deleted only after the broker acknowledged all of it: a crash in between
 * sends it again, and consumers know an event by its id.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * How long events that nobody waits for may gather: each pass costs a commit and a round trip to
   * the broker, whatever it carries.
   */
  private static final Duration GATHERING = Duration.ofMillis(50);

  /** "dakenh-o" as a number: one lock per database, and each service has its own database. */
  private static final String LOCK = "select pg_advisory_xact_lock(7233188145237602607)";

  private static final String SELECT =
      """
      select id, event_id, type, topic, message_key, tenant_id, occurred_at, payload, trace_parent, causation_id
      from outbox order by id limit\s"""
          + BATCH;

  private final AgroalDataSource database;
  private final EventSender sender;
  private final Duration sweep;
  private final Semaphore work = new Semaphore(0);
  private final Semaphore hurry = new Semaphore(0);
  private final AtomicLong pendingAtLeast = new AtomicLong();
  private final AtomicLong oldestMillis = new AtomicLong();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Thread thread;

  @Inject
  OutboxRelay(
      AgroalDataSource database,
      EventSender sender,
      MeterRegistry meters,
      @ConfigProperty(name = "dakenh.outbox.sweep", defaultValue = "10s") Duration sweep) {
    this.database = database;
    this.sender = sender;
    this.sweep = sweep;
    meters.gauge("dakenh.outbox.pending", pendingAtLeast);
    meters.gauge("dakenh.outbox.oldest.age.milliseconds", oldestMillis);
  }

  /** Tells the relay that a commit left something; cheap and safe to call from any thread. */
  public void wake() {
    signal(hurry);
    signal(work);
  }

  /**
   * Tells the relay of events that may go out a few milliseconds later, together with those that
   * follow.
   */
  public void wakeSoon() {
    signal(work);
  }

  private static void signal(Semaphore semaphore) {
    if (semaphore.availablePermits() == 0) {
      semaphore.release();
    }
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    wake();
    Thread running = thread;
    if (running != null) {
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  private void run() {
    try {
      relayWhatIsThere();
      while (stopped.getCount() > 0) {
        if (!work.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.trace("sweeping");
        } else if (!hurry.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.trace("gathered");
        }
        hurry.drainPermits();
        work.drainPermits();
        relayWhatIsThere();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void relayWhatIsThere() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (stopped.getCount() > 0) {
      try {
        if (relayBatch() < BATCH) {
          return;
        }
      } catch (SQLException | RuntimeException failed) {
        LOG.warnf("outbox waits %d ms: %s", pause.toMillis(), failed.toString());
        pause(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    }
  }

  /** A dead broker or database is not hammered; only stopping cuts the pause short. */
  private void pause(Duration pause) throws InterruptedException {
    if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("stopping with events left in the outbox; they go out after the restart");
    }
  }

  private int relayBatch() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int sent = relayBatch(connection);
        connection.commit();
        return sent;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private int relayBatch(Connection connection) throws SQLException {
    List<Long> ids = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
        events.add(event(rows));
      }
    }
    observe(events);
    if (events.isEmpty()) {
      return 0;
    }
    sender.send(events);
    Array sentIds = connection.createArrayOf("bigint", ids.toArray());
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      delete.setArray(1, sentIds);
      delete.executeUpdate();
    }
    return events.size();
  }

  private void observe(List<OutgoingEvent> events) {
    pendingAtLeast.set(events.size());
    oldestMillis.set(
        events.isEmpty()
            ? 0
            : Math.max(
                0, System.currentTimeMillis() - events.getFirst().occurredAt().toEpochMilli()));
  }

  private static OutgoingEvent event(ResultSet row) throws SQLException {
    return new OutgoingEvent(
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, UUID.class),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getString(8),
        row.getString(9),
        row.getObject(10, UUID.class));
  }
}
