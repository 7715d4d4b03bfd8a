package io.dakenh.channels.webhook;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.provider.Kind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Stores genuine deliveries: whatever has come is one statement and one commit, so a lone delivery
 * waits for nothing and a flood costs little. Nobody waits longer than the provider does: what is
 * not stored in time is answered as not taken, and comes again.
 */
@ApplicationScoped
public class DeliveryWriter {
  private static final Logger LOG = Logger.getLogger(DeliveryWriter.class);
  private static final int MAX_BATCH = 256;
  private static final long TICK_MILLISECONDS = 100;
  private static final String INSERT =
      """
      insert into webhook_delivery (digest, kind, body)
      select * from unnest(?::bytea[], ?::text[], ?::bytea[])
      on conflict (digest) do nothing""";

  private final AgroalDataSource database;
  private final Event<Stored> stored;
  private final long patienceNanos;
  private final BlockingQueue<Waiting> queue;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile List<Waiting> inFlight = List.of();

  @Inject
  DeliveryWriter(AgroalDataSource database, Event<Stored> stored, ChannelsConfig config) {
    this.database = database;
    this.stored = stored;
    this.patienceNanos = config.webhooks().answerWithin().toNanos();
    this.queue = new LinkedBlockingQueue<>(config.webhooks().queue());
  }

  /** Tells that something was stored. */
  public record Stored() {}

  private record Waiting(
      Kind kind,
      byte[] digest,
      byte[] body,
      long since,
      AtomicBoolean answered,
      Consumer<Boolean> outcome) {
    void answer(boolean taken) {
      if (answered.compareAndSet(false, true)) {
        outcome.accept(taken);
      }
    }
  }

  /** Takes a delivery; the outcome says whether it is stored, and comes in time. */
  void add(Kind kind, byte[] body, Consumer<Boolean> outcome) {
    Waiting waiting =
        new Waiting(
            kind,
            Signatures.sha256().digest(body),
            body,
            System.nanoTime(),
            new AtomicBoolean(),
            outcome);
    if (!queue.offer(waiting)) {
      waiting.answer(false);
    }
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("webhook-writer").start(this::write);
    Thread.ofPlatform().daemon().name("webhook-patience").start(this::watch);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    try {
      while (stopped.getCount() > 0) {
        batch.clear();
        Waiting first = queue.poll(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, MAX_BATCH - 1);
          batch.removeIf(waiting -> waiting.answered().get());
          commit(List.copyOf(batch));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    inFlight = batch;
    boolean taken = false;
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      byte[][] digests = new byte[batch.size()][];
      String[] kinds = new String[batch.size()];
      byte[][] bodies = new byte[batch.size()][];
      for (int i = 0; i < batch.size(); i++) {
        digests[i] = batch.get(i).digest();
        kinds[i] = batch.get(i).kind().code();
        bodies[i] = batch.get(i).body();
      }
      insert.setArray(1, connection.createArrayOf("bytea", digests));
      insert.setArray(2, connection.createArrayOf("text", kinds));
      insert.setArray(3, connection.createArrayOf("bytea", bodies));
      insert.executeUpdate();
      taken = true;
    } catch (SQLException failed) {
      LOG.warnf("%d deliveries were not stored: %s", batch.size(), failed.getMessage());
    } finally {
      inFlight = List.of();
      for (Waiting waiting : batch) {
        waiting.answer(taken);
      }
    }
    if (taken) {
      stored.fire(new Stored());
    }
  }

  /** While the database stands still, the writer cannot answer; this thread does. */
  private void watch() {
    try {
      while (!stopped.await(TICK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        for (Waiting waiting : inFlight) {
          answerLate(waiting, now);
        }
        Waiting head = queue.peek();
        while (head != null && now - head.since() > patienceNanos && queue.remove(head)) {
          answerLate(head, now);
          head = queue.peek();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerLate(Waiting waiting, long now) {
    if (now - waiting.since() > patienceNanos) {
      waiting.answer(false);
    }
  }
}
