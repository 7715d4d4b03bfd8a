package io.dakenh.config.erasure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.dakenh.config.media.MediaErasure;
import io.dakenh.config.storage.Collections;
import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.event.EventSender;
import io.dakenh.platform.event.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Empties the collections of a business. A compacted topic is told to forget a key before the
 * document goes: after a crash in between it is told again.
 */
@ApplicationScoped
class ErasedCollections {
  private static final int TOGETHER = 200;
  private static final String PENDING = "pending.0";

  /** Why a collection is not emptied. */
  static final Map<String, String> KEPT =
      Map.of(
          Collections.TENANT, "removed last, when all services have answered",
          Collections.TENANT_ERASURE, "the receipt itself",
          Collections.MAIL, "forgets what it says once sent or given up; names no business");

  static final List<String> ERASED =
      List.of(
          Collections.API_KEY,
          Collections.WIDGET,
          Collections.CANNED_MESSAGE,
          Collections.CANNED_IMPORT,
          Collections.SECTION,
          Collections.SECTION_VERSION,
          Collections.MEDIA,
          Collections.DEPARTMENT,
          Collections.STAFF,
          Collections.SIGN_UP,
          Collections.PROVISIONING,
          Collections.IDEMPOTENCY,
          Collections.AUDIT);

  private static final Map<String, Told> TOLD =
      Map.of(
          Collections.API_KEY, new Told(Topic.CONFIG_API_KEY, ErasedCollections::id),
          Collections.WIDGET, new Told(Topic.CONFIG_WIDGET, ErasedCollections::tenant),
          Collections.CANNED_MESSAGE, new Told(Topic.CONFIG_CANNED_MESSAGE, ErasedCollections::id),
          Collections.SECTION,
              new Told(
                  Topic.CONFIG_SECTION,
                  document -> tenant(document) + ":" + document.getString("section")),
          Collections.DEPARTMENT, new Told(Topic.CONFIG_DEPARTMENT, ErasedCollections::id),
          Collections.STAFF, new Told(Topic.CONFIG_STAFF, ErasedCollections::id));

  private record Told(Topic topic, Function<Document, String> key) {}

  private final MongoDatabase database;
  private final MediaErasure media;
  private final EventSender sender;
  private final Clock clock;

  @Inject
  ErasedCollections(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      MediaErasure media,
      EventSender sender,
      Clock clock) {
    this.database = mongo.getDatabase(databaseName);
    this.media = media;
    this.sender = sender;
    this.clock = clock;
  }

  /** How many documents of the business there are. */
  List<Erasure.Thing> count(UUID tenantId) {
    List<Erasure.Thing> found = new ArrayList<>();
    for (String name : ERASED) {
      long count = collection(name).countDocuments(of(name, tenantId));
      if (count > 0) {
        found.add(new Erasure.Thing(name, count));
      }
    }
    return found;
  }

  /** Removes them; false when some wait for an event to be sent first. */
  boolean empty(UUID tenantId) {
    boolean empty = true;
    for (String name : ERASED) {
      empty &= empty(name, tenantId);
    }
    return empty;
  }

  /** Removes the tenant's own document; false while an event of it waits. */
  boolean forget(UUID tenantId) {
    MongoCollection<Document> tenants = collection(Collections.TENANT);
    tenants.deleteOne(Filters.and(Filters.eq("_id", tenantId), Filters.exists(PENDING, false)));
    return tenants.countDocuments(Filters.eq("_id", tenantId)) == 0;
  }

  private boolean empty(String name, UUID tenantId) {
    Bson all = of(name, tenantId);
    Bson free = Filters.and(all, Filters.exists(PENDING, false));
    MongoCollection<Document> documents = collection(name);
    while (true) {
      List<Document> some = documents.find(free).limit(TOGETHER).into(new ArrayList<>());
      if (some.isEmpty()) {
        return documents.countDocuments(all) == 0;
      }
      tell(TOLD.get(name), some, tenantId);
      if (name.equals(Collections.MEDIA)) {
        media.remove(some.stream().map(document -> document.get("_id", UUID.class)).toList());
      }
      documents.deleteMany(
          Filters.and(
              free,
              Filters.in("_id", some.stream().map(document -> document.get("_id")).toList())));
    }
  }

  private void tell(@Nullable Told told, List<Document> some, UUID tenantId) {
    if (told != null) {
      sender.send(
          some.stream()
              .map(
                  document ->
                      OutgoingEvent.forgetting(
                          told.topic().topicName(),
                          told.key().apply(document),
                          tenantId,
                          clock.instant()))
              .toList());
    }
  }

  /** What is said of the erasure itself stays in the audit log. */
  private static Bson of(String name, UUID tenantId) {
    return switch (name) {
      case Collections.IDEMPOTENCY -> Filters.regex("_id", "^" + tenantId + " ");
      case Collections.AUDIT ->
          Filters.and(
              Filters.eq("tenantId", tenantId),
              Filters.nin("action", "tenant.erasure-requested", "tenant.erased"));
      default -> Filters.eq("tenantId", tenantId);
    };
  }

  private MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  private static String id(Document document) {
    return document.get("_id", UUID.class).toString();
  }

  private static String tenant(Document document) {
    return document.get("tenantId", UUID.class).toString();
  }
}
