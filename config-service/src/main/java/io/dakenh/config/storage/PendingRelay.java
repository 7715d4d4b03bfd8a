package io.dakenh.config.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.dakenh.platform.event.EventSender;
import io.dakenh.platform.event.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what lies pending in documents right after the write that put it there; a slow sweep is the
 * safety net for what a dead process left.
 *
 * <p>Compacted topics keep the last event of a key, so an older event must never be sent after a
 * newer one, whatever the replicas do: a sender first takes the document's lease and reads its
 * entries in one step; when it gives the lease back it learns in the same step of entries that came
 * meanwhile. A replica that finds the lease taken may therefore go away: the holder sees its
 * entries. Entries are pulled only after the broker acknowledged them; a crash in between sends
 * them again, and consumers know an event by its id.
 */
@ApplicationScoped
public class PendingRelay {
  private static final Logger LOG = Logger.getLogger(PendingRelay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * Longer than the sender may take to give up on a batch (25 s), so that a lost lease means a dead
   * send.
   */
  private static final Duration LEASE = Duration.ofSeconds(40);

  private static final int SWEEP_BATCH = 500;

  private final MongoClient mongo;
  private final String databaseName;
  private final EventSender sender;
  private final Effects effects;
  private final Clock clock;
  private final Duration sweep;
  private final UUID self = UUID.randomUUID();
  private final BlockingQueue<Place> work = new LinkedBlockingQueue<>(10_000);
  private final AtomicLong oldestMillis = new AtomicLong();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile boolean delayed;

  @Inject
  PendingRelay(
      MongoClient mongo,
      EventSender sender,
      Effects effects,
      Clock clock,
      MeterRegistry meters,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      @ConfigProperty(name = "dakenh.config.sweep", defaultValue = "10s") Duration sweep) {
    this.mongo = mongo;
    this.sender = sender;
    this.effects = effects;
    this.clock = clock;
    this.databaseName = databaseName;
    this.sweep = sweep;
    meters.gauge("dakenh.outbox.oldest.age.milliseconds", oldestMillis);
  }

  private record Place(String collection, UUID id) {}

  /**
   * Tells the relay that a write left something in a document; a full queue loses nothing, the
   * sweep finds it.
   */
  void wake(String collection, UUID id) {
    if (!work.offer(new Place(collection, id))) {
      LOG.debug("relay queue is full, leaving it to the sweep");
    }
  }

  /** Whether entries wait because the broker or the store is away. */
  boolean delayed() {
    return delayed;
  }

  /** Age of the oldest entry that waits, as far as it is known. */
  long oldestMillis() {
    return oldestMillis.get();
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("pending-relay").daemon().start(this::run);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      running.join(TimeUnit.SECONDS.toMillis(5));
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    boolean sweepDue = true;
    while (stopped.getCount() > 0) {
      try {
        if (sweepDue) {
          sweepAll();
        } else {
          Place place = work.poll(sweep.toMillis(), TimeUnit.MILLISECONDS);
          if (place == null) {
            sweepAll();
          } else {
            relay(place);
          }
        }
        sweepDue = false;
        delayed = false;
        pause = FIRST_PAUSE;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (stopped.getCount() == 0) {
          return;
        }
        delayed = true;
        LOG.warnf("pending entries wait %d ms: %s", pause.toMillis(), failed.toString());
        if (stops(pause)) {
          return;
        }
        pause = longer(pause);
        sweepDue = true;
      }
    }
  }

  /** A dead broker or store is not hammered; only stopping cuts the pause short. */
  private boolean stops(Duration pause) {
    try {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private void sweepAll() {
    work.clear();
    for (String name : Collections.WITH_PENDING) {
      List<Place> found = new ArrayList<>();
      // The comparison with a date uses the index that only documents with pending entries are in.
      for (BsonDocument document :
          collection(name)
              .find(Filters.gt("pending.occurredAt", Instant.EPOCH))
              .projection(Projections.include("_id"))
              .limit(SWEEP_BATCH)) {
        found.add(new Place(name, document.getBinary("_id").asUuid()));
      }
      for (Place place : found) {
        relay(place);
      }
    }
    oldestMillis.set(0);
  }

  /** Sends until nothing is left; ends early when another process holds the lease. */
  private void relay(Place place) {
    while (stopped.getCount() > 0) {
      StoredPending claimed = claim(place);
      if (claimed == null) {
        return;
      }
      StoredPending left;
      List<UUID> done;
      try {
        done = send(claimed);
        left = release(place, done);
      } catch (RuntimeException failed) {
        oldestMillis.set(
            Duration.between(claimed.pending.getFirst().occurredAt(), clock.instant()).toMillis());
        giveBack(place, failed);
        throw failed;
      }
      // What failed for a reason of its own is tried again by the sweep.
      if (left == null || left.pending.isEmpty() || done.size() < claimed.pending.size()) {
        return;
      }
    }
  }

  private void giveBack(Place place, RuntimeException because) {
    try {
      release(place, List.of());
    } catch (RuntimeException alsoAway) {
      because.addSuppressed(alsoAway);
    }
  }

  private @Nullable StoredPending claim(Place place) {
    Instant now = Documents.now(clock);
    return pending(place.collection())
        .findOneAndUpdate(
            Filters.and(
                Filters.eq("_id", place.id()),
                Filters.exists("pending.0"),
                Filters.or(
                    Filters.exists("relay", false),
                    Filters.eq("relay", null),
                    Filters.eq("relay.holder", self),
                    Filters.lt("relay.until", now))),
            Updates.set("relay", new RelayLease(self, now.plus(LEASE))),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
  }

  private @Nullable StoredPending release(Place place, List<UUID> sent) {
    Bson free = Updates.unset("relay");
    return pending(place.collection())
        .findOneAndUpdate(
            Filters.and(Filters.eq("_id", place.id()), Filters.eq("relay.holder", self)),
            sent.isEmpty() ? free : Updates.combine(Updates.pullByFilter(pulled(sent)), free),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
  }

  private static Bson pulled(List<UUID> sent) {
    return Filters.eq("pending", new org.bson.Document("id", new org.bson.Document("$in", sent)));
  }

  /** Gives the ids of what was done; the store or the broker being away is an exception. */
  private List<UUID> send(StoredPending document) {
    List<OutgoingEvent> events = new ArrayList<>();
    List<UUID> done = new ArrayList<>();
    for (PendingEntry entry : document.pending) {
      if (entry.topic() == null) {
        if (followed(document.tenantId, entry)) {
          done.add(entry.id());
        }
      } else {
        done.add(entry.id());
        events.add(
            new OutgoingEvent(
                entry.id(),
                entry.type(),
                entry.topic(),
                entry.key(),
                document.tenantId,
                entry.occurredAt(),
                entry.payload(),
                entry.traceParent(),
                null));
      }
    }
    if (!events.isEmpty()) {
      sender.send(events);
    }
    return done;
  }

  /** One piece of work that cannot be done must not hold up the rest. */
  private boolean followed(UUID tenantId, PendingEntry entry) {
    try {
      effects.run(tenantId, entry);
      return true;
    } catch (MongoException away) {
      throw away;
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "%s of %s cannot be done now", entry.type(), tenantId);
      return false;
    }
  }

  private MongoDatabase database() {
    return mongo.getDatabase(databaseName);
  }

  private MongoCollection<BsonDocument> collection(String name) {
    return database().getCollection(name, BsonDocument.class);
  }

  private MongoCollection<StoredPending> pending(String name) {
    return database().getCollection(name, StoredPending.class);
  }
}
