package io.dakenh.config.canned;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Canned messages, always of one tenant. */
@ApplicationScoped
class CannedRepository implements PanacheMongoRepositoryBase<CannedMessage, UUID> {
  /** Of one tenant, without the deleted ones and those still being imported. */
  List<CannedMessage> all(UUID tenantId) {
    return mongoCollection()
        .find(visible(tenantId))
        .limit(CannedRules.MOST)
        .into(new ArrayList<>());
  }

  Optional<CannedMessage> find(UUID tenantId, UUID id) {
    return Optional.ofNullable(
        mongoCollection().find(Filters.and(Filters.eq("_id", id), visible(tenantId))).first());
  }

  CannedMessage require(UUID tenantId, UUID id) {
    return find(tenantId, id).orElseThrow(() -> ProblemException.notFound("canned-message"));
  }

  /** One that was deleted and can still be restored. */
  Optional<CannedMessage> restorable(UUID tenantId, UUID id, Instant deletedAfter) {
    return Optional.ofNullable(
        mongoCollection()
            .find(
                Filters.and(
                    Filters.eq("_id", id),
                    Filters.eq("tenantId", tenantId),
                    Filters.eq("deleted", true),
                    Filters.gt("deletedAt", deletedAfter)))
            .first());
  }

  /** Whether some message holds the name, also one that is being imported. */
  boolean nameTaken(UUID tenantId, String nameKey) {
    return mongoCollection()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("nameKey", nameKey)))
            .first()
        != null;
  }

  /** Which of the names are taken. */
  Set<String> namesTaken(UUID tenantId, Collection<String> nameKeys) {
    Set<String> taken = new HashSet<>();
    for (Document found :
        documents()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.in("nameKey", nameKeys)))
            .projection(Projections.include("nameKey"))) {
      taken.add(found.getString("nameKey"));
    }
    return taken;
  }

  /** A place nobody holds; empty when the business has as many messages as it may. */
  Optional<String> freePlace(UUID tenantId) {
    List<String> free = freePlaces(tenantId);
    // Any of them, so that requests at the same time seldom want the same.
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(free.get(ThreadLocalRandom.current().nextInt(free.size())));
  }

  List<String> freePlaces(UUID tenantId) {
    Set<String> taken = new HashSet<>();
    for (Document found :
        documents()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("deleted", false)))
            .projection(Projections.include("place"))) {
      taken.add(found.getString("place"));
    }
    List<String> free = new ArrayList<>();
    for (int place = 0; place < CannedRules.MOST; place++) {
      String name = "%03d".formatted(place);
      if (!taken.contains(name)) {
        free.add(name);
      }
    }
    return free;
  }

  /** Those that came with an import and are not visible yet. */
  List<CannedMessage> ofImport(UUID importId) {
    return mongoCollection().find(Filters.eq("importId", importId)).into(new ArrayList<>());
  }

  void dropImport(UUID importId) {
    mongoCollection().deleteMany(Filters.eq("importId", importId));
  }

  /** Deleted long enough ago, and announced. */
  void purge(Instant deletedBefore) {
    mongoCollection()
        .deleteMany(
            Filters.and(
                Filters.lt("deletedAt", deletedBefore),
                Filters.eq("deleted", true),
                Filters.exists("pending.0", false)));
  }

  /** Uploads among these that messages name, deleted but restorable ones too. */
  Set<UUID> mediaNamed(UUID tenantId, Set<UUID> ids) {
    Set<UUID> named = new HashSet<>();
    for (CannedMessage message :
        mongoCollection()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.in("mediaIds", ids)))) {
      named.addAll(message.mediaIds);
    }
    named.retainAll(ids);
    return named;
  }

  private com.mongodb.client.MongoCollection<Document> documents() {
    return mongoCollection().withDocumentClass(Document.class);
  }

  private static Bson visible(UUID tenantId) {
    return Filters.and(
        Filters.eq("tenantId", tenantId),
        Filters.eq("deleted", false),
        Filters.eq("importId", null));
  }
}
