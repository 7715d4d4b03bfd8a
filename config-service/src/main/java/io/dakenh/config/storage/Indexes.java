package io.dakenh.config.storage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * All indexes of this service. They are made in the background, as often as it takes: a store that
 * is away must not keep the service from starting, but writes that rely on a unique index wait for
 * {@link #ready()}.
 */
@ApplicationScoped
public class Indexes {
  private static final Logger LOG = Logger.getLogger(Indexes.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long IDEMPOTENCY_DAYS = 2;
  private static final long MAIL_DAYS = 30;

  private final MongoClient mongo;
  private final String databaseName;
  private final CountDownLatch made = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  Indexes(
      MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String databaseName) {
    this.mongo = mongo;
    this.databaseName = databaseName;
  }

  /** Whether all indexes exist. */
  public boolean ready() {
    return made.getCount() == 0;
  }

  /** Refuses work that would be wrong without the unique indexes. */
  public void require() {
    if (!ready()) {
      throw StorageProblems.away(null);
    }
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("indexes").daemon().start(this::run);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (stopped.getCount() > 0) {
        try {
          make(mongo.getDatabase(databaseName));
          made.countDown();
          return;
        } catch (RuntimeException away) {
          LOG.warnf("indexes wait for the store: %s", away.toString());
        }
        if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void make(MongoDatabase database) {
    for (String name : Collections.WITH_PENDING) {
      index(database, name, "pending", keys("pending.occurredAt"), new IndexOptions().sparse(true));
    }
    index(
        database,
        Collections.TENANT,
        "follow_ups",
        keys("followUps.since"),
        new IndexOptions().sparse(true));
    unique(database, Collections.TENANT, "widget_key", keys("widgetKey"));
    index(
        database,
        Collections.STAFF,
        "tenant_provisioning",
        keys("tenantId", "provisioningId"),
        new IndexOptions());
    index(
        database,
        Collections.STAFF,
        "tenant_created",
        keys("tenantId", "createdAt", "_id"),
        new IndexOptions());
    index(
        database,
        Collections.STAFF,
        "identity_due",
        keys("identityDueSince"),
        new IndexOptions().sparse(true));
    unique(database, Collections.DEPARTMENT, "tenant_name", keys("tenantId", "nameKey"));
    index(
        database,
        Collections.DEPARTMENT,
        "make_default",
        keys("makeDefaultSince"),
        new IndexOptions().sparse(true));
    unique(database, Collections.WIDGET, "widget_key", keys("widgetKey"));
    for (String name : List.of(Collections.SECTION, Collections.SECTION_VERSION)) {
      index(database, name, "tenant_media", keys("tenantId", "mediaIds"), new IndexOptions());
    }
    unique(
        database,
        Collections.SECTION_VERSION,
        "tenant_section_version",
        keys("tenantId", "section", "version"));
    index(
        database, Collections.MEDIA, "state_used", keys("state", "lastUsedAt"), new IndexOptions());
    index(database, Collections.MEDIA, "tenant", keys("tenantId"), new IndexOptions());
    unique(database, Collections.CANNED_MESSAGE, "tenant_name", keys("tenantId", "nameKey"));
    unique(database, Collections.CANNED_MESSAGE, "tenant_place", keys("tenantId", "place"));
    index(
        database,
        Collections.CANNED_MESSAGE,
        "import",
        keys("importId"),
        new IndexOptions().sparse(true));
    index(
        database,
        Collections.CANNED_MESSAGE,
        "deleted_at",
        keys("deletedAt"),
        new IndexOptions().sparse(true));
    unique(database, Collections.API_KEY, "tenant_place", keys("tenantId", "place"));
    index(
        database,
        Collections.API_KEY,
        "revoked_at",
        keys("revokedAt"),
        new IndexOptions().sparse(true));
    index(
        database,
        Collections.STAFF,
        "invitation",
        keys("invitation.tokenHash"),
        new IndexOptions().sparse(true));
    index(database, Collections.SIGN_UP, "token", keys("tokenHashes"), new IndexOptions());
    index(database, Collections.SIGN_UP, "email", keys("email", "createdAt"), new IndexOptions());
    index(
        database,
        Collections.SIGN_UP,
        "expiry",
        keys("forgetAt"),
        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    index(database, Collections.MAIL, "due", keys("state", "dueAt"), new IndexOptions());
    index(
        database,
        Collections.MAIL,
        "expiry",
        keys("createdAt"),
        new IndexOptions().expireAfter(MAIL_DAYS, TimeUnit.DAYS));
    index(
        database,
        Collections.PROVISIONING,
        "lease_until",
        keys("leaseUntil"),
        new IndexOptions().sparse(true));
    index(
        database,
        Collections.IDEMPOTENCY,
        "expiry",
        keys("createdAt"),
        new IndexOptions().expireAfter(IDEMPOTENCY_DAYS, TimeUnit.DAYS));
    unique(database, Collections.TENANT_ERASURE, "tenant", keys("tenantId"));
    index(
        database,
        Collections.TENANT_ERASURE,
        "unfinished",
        keys("completedAt"),
        new IndexOptions());
    index(
        database,
        Collections.AUDIT,
        "tenant_at",
        keys("tenantId", "at", "_id"),
        new IndexOptions());
  }

  private static Bson keys(String... fields) {
    Document keys = new Document();
    for (String field : fields) {
      keys.append(field, 1);
    }
    return keys;
  }

  private static void unique(MongoDatabase database, String collection, String name, Bson keys) {
    index(database, collection, "uq_" + name, keys, new IndexOptions().unique(true));
  }

  private static void index(
      MongoDatabase database, String collection, String name, Bson keys, IndexOptions options) {
    MongoCollection<Document> target = database.getCollection(collection);
    target.createIndex(keys, options.name(name));
  }
}
