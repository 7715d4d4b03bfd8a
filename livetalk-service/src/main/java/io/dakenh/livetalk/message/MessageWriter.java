package io.dakenh.livetalk.message;

import io.agroal.api.AgroalDataSource;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.SqlStates;
import io.dakenh.platform.relational.outbox.OutboxRelay;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.time.Latencies;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Stores messages. One thread takes whatever is queued and stores it as one statement: a lone
 * message waits for nothing, and a flood shares its commits.
 *
 * <p>After the commit each sender is answered and each message delivered, in the order of the
 * sequences. A sender is never told "stored" before that, and has an answer within the configured
 * time even while the database is away.
 */
@ApplicationScoped
public class MessageWriter {
  private static final Logger LOG = Logger.getLogger(MessageWriter.class);
  private static final SendOutcome UNAVAILABLE = new SendOutcome.Unavailable();
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 200;
  private static final long WATCH_MILLIS = 100;

  private final AgroalDataSource pool;
  private final OutboxRelay relay;
  private final Alarm alarm;
  private final RequestBell requests;
  private final MessageDelivery delivery;
  private final Clock clock;
  private final BlockingQueue<NewMessage> queue;
  private final int largestBatch;
  private final long answerWithinNanos;
  private final DistributionSummary batchSizes;
  private final Timer commits;
  private final Timer deliveries;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Held back because the batch before them already had the same client message id. */
  private final Deque<NewMessage> heldBack = new ConcurrentLinkedDeque<>();

  private volatile List<NewMessage> inWork = List.of();
  private volatile Thread writer;
  private volatile Thread watcher;

  @Inject
  MessageWriter(
      AgroalDataSource pool,
      OutboxRelay relay,
      Alarm alarm,
      RequestBell requests,
      MessageDelivery delivery,
      Clock clock,
      LivetalkConfig config,
      MeterRegistry meters) {
    this.pool = pool;
    this.relay = relay;
    this.alarm = alarm;
    this.requests = requests;
    this.delivery = delivery;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(config.messages().queued());
    this.largestBatch = config.messages().batch();
    this.answerWithinNanos = config.messages().answerWithin().toNanos();
    this.batchSizes = meters.summary("dakenh.livetalk.message.batch.size");
    this.commits = meters.timer("dakenh.livetalk.message.commit");
    this.deliveries =
        Timer.builder("dakenh.livetalk.message.delivery")
            .description("From the arrival of a message to its way out to everybody's sockets")
            .serviceLevelObjectives(Latencies.ofMachines())
            .register(meters);
    meters.gaugeCollectionSize("dakenh.livetalk.message.queue", Tags.empty(), queue);
  }

  /** Hands a message over; the answer comes to its callback. Never blocks. */
  public void submit(NewMessage message) {
    if (stopping.getCount() == 0 || !queue.offer(message)) {
      message.answer(UNAVAILABLE);
      return;
    }
    LockSupport.unpark(writer);
  }

  void start(@Observes StartupEvent event) {
    watcher = Thread.ofPlatform().name("message-watch").daemon().start(this::watch);
    writer = Thread.ofPlatform().name("message-writer").daemon().start(this::run);
  }

  /** Runs after the sockets were drained: what was accepted is still stored. */
  void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    LockSupport.unpark(watcher);
    Thread running = writer;
    if (running != null) {
      LockSupport.unpark(running);
      running.join(TimeUnit.SECONDS.toMillis(3));
    }
  }

  private void run() {
    List<NewMessage> batch = new ArrayList<>(largestBatch);
    try {
      while (collect(batch)) {
        inWork = List.copyOf(batch);
        LockSupport.unpark(watcher);
        store(batch);
        inWork = List.of();
        batch.clear();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what is there, waiting only while there is nothing; false once stopped and empty. */
  private boolean collect(List<NewMessage> batch) throws InterruptedException {
    Set<Key> keys = new HashSet<>();
    for (Iterator<NewMessage> held = heldBack.iterator(); held.hasNext(); ) {
      NewMessage message = held.next();
      if (keys.add(new Key(message))) {
        held.remove();
        batch.add(message);
      }
    }
    while (batch.isEmpty()) {
      NewMessage first = queue.poll();
      if (first != null) {
        add(first, keys, batch);
      } else if (stopping.getCount() == 0) {
        return false;
      } else {
        awaitWakeUp();
      }
    }
    for (NewMessage next; batch.size() < largestBatch && (next = queue.poll()) != null; ) {
      add(next, keys, batch);
    }
    return true;
  }

  /** Costs nothing while nothing happens: whoever brings work, or stops the service, wakes up. */
  private void awaitWakeUp() throws InterruptedException {
    LockSupport.park(this);
    if (Thread.interrupted()) {
      throw new InterruptedException("the message writer was interrupted");
    }
  }

  private record Key(UUID conversationId, UUID clientMessageId) {
    Key(NewMessage message) {
      this(message.conversationId(), message.clientMessageId());
    }
  }

  private void add(NewMessage message, Set<Key> keys, List<NewMessage> batch) {
    if (message.answered()) {
      return;
    }
    if (keys.add(new Key(message))) {
      batch.add(message);
    } else {
      heldBack.add(message);
    }
  }

  /** Tries until the batch is stored or nobody waits for it any more. */
  private void store(List<NewMessage> batch) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (!batch.isEmpty()) {
      try {
        attempt(batch);
        return;
      } catch (SQLException failed) {
        if (!SqlStates.passing(failed)) {
          storeOneByOne(batch);
          return;
        }
        LOG.debugf("%d messages wait for the database: %s", batch.size(), failed.getMessage());
        pool.flush(AgroalDataSource.FlushMode.IDLE);
        if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
          batch.forEach(message -> message.answer(UNAVAILABLE));
        }
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        batch.removeIf(NewMessage::answered);
      }
    }
  }

  /**
   * Finds the message at fault, if any; a key another replica stored first is found to be known
   * now.
   */
  private void storeOneByOne(List<NewMessage> batch) {
    for (NewMessage message : batch) {
      try {
        attemptAlone(message);
      } catch (SQLException failed) {
        if (SqlStates.passing(failed)) {
          message.answer(UNAVAILABLE);
        } else {
          LOG.errorf(
              failed,
              "message refused by the database, tenantId=%s conversationId=%s",
              message.author().tenantId(),
              message.conversationId());
          message.answer(
              new SendOutcome.Refused("internal-error", "Something went wrong on our side."));
        }
      }
    }
  }

  private void attemptAlone(NewMessage message) throws SQLException {
    try {
      attempt(List.of(message));
    } catch (SQLException raced) {
      if (!SqlStates.duplicate(raced)) {
        throw raced;
      }
      attempt(List.of(message));
    }
  }

  private void attempt(List<NewMessage> batch) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long started = System.nanoTime();
    List<BatchStatement.Row> rows;
    try (Connection connection = pool.getConnection()) {
      rows = BatchStatement.execute(connection, batch, now);
    }
    commits.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    batchSizes.record(batch.size());
    // Nobody waits for these events: whoever takes part is told directly.
    relay.wakeSoon();
    if (!rows.isEmpty() && rows.getFirst().noted()) {
      alarm.ring();
    }
    if (!rows.isEmpty() && rows.getFirst().requested()) {
      requests.ring();
    }
    for (BatchStatement.Row row : rows) {
      settle(batch.get(row.index()), row, now);
    }
  }

  private void settle(NewMessage message, BatchStatement.Row row, Instant now) {
    try {
      switch (row.verdict()) {
        case "new" -> {
          message.answer(new SendOutcome.Stored(row.sequence(), row.epoch(), now));
          delivery.deliver(message, row, now);
          deliveries.record(message.waitedNanos(), TimeUnit.NANOSECONDS);
        }
        case "known" -> {
          Instant sentAt = row.knownSentAt() == null ? now : row.knownSentAt();
          message.answer(new SendOutcome.Stored(row.sequence(), row.epoch(), sentAt));
          // An earlier attempt may have been committed without anyone hearing of it.
          delivery.deliver(message, row, sentAt);
        }
        // Edited or deleted since: the retry is answered, and its words are not shown again.
        case "known-changed" ->
            message.answer(
                new SendOutcome.Stored(
                    row.sequence(),
                    row.epoch(),
                    row.knownSentAt() == null ? now : row.knownSentAt()));
        default -> message.answer(Refusals.of(row.verdict()));
      }
    } catch (RuntimeException failed) {
      LOG.errorf(
          failed,
          "stored, but not delivered at once: tenantId=%s conversationId=%s",
          message.author().tenantId(),
          message.conversationId());
    }
  }

  /**
   * Answers whoever has waited long enough, also while the writer hangs in a silent database. Looks
   * only while the writer is at work: each batch wakes it.
   */
  private void watch() {
    try {
      while (!stopping.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
        while (idle() && stopping.getCount() > 0) {
          awaitWakeUp();
        }
        expire(inWork);
        expire(heldBack);
        NewMessage oldest = queue.peek();
        if (oldest != null && oldest.olderThan(answerWithinNanos)) {
          expire(queue);
          // Whoever was answered sends again: what nobody waits for must not pile up meanwhile.
          queue.removeIf(NewMessage::answered);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean idle() {
    return inWork.isEmpty() && heldBack.isEmpty() && queue.isEmpty();
  }

  private void expire(Iterable<NewMessage> messages) {
    for (NewMessage message : messages) {
      if (message.olderThan(answerWithinNanos)) {
        message.answer(UNAVAILABLE);
      }
    }
  }
}
