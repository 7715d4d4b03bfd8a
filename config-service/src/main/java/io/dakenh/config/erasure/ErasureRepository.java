package io.dakenh.config.erasure;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Erasures and receipts. */
@ApplicationScoped
class ErasureRepository implements PanacheMongoRepositoryBase<Erasure, UUID> {
  private static final int SWEEP_BATCH = 50;

  Erasure require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("erasure"));
  }

  Optional<Erasure> ofTenant(UUID tenantId) {
    return Optional.ofNullable(mongoCollection().find(Filters.eq("tenantId", tenantId)).first());
  }

  List<Erasure> newest(@Nullable Cursor after, int most) {
    Bson query = after == null ? Filters.empty() : Filters.lt("_id", behind(after));
    return mongoCollection()
        .find(query)
        .sort(Sorts.descending("_id"))
        .limit(most)
        .into(new ArrayList<>());
  }

  private static UUID behind(Cursor cursor) {
    try {
      return UUID.fromString(cursor.values().getFirst());
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  List<UUID> unfinished() {
    List<UUID> ids = new ArrayList<>();
    for (Erasure erasure :
        mongoCollection().find(Filters.eq("completedAt", null)).limit(SWEEP_BATCH)) {
      ids.add(erasure.id);
    }
    return ids;
  }

  /** Takes one nobody works on now. */
  Optional<Erasure> take(UUID id, Instant now, Instant until) {
    return Optional.ofNullable(
        mongoCollection()
            .findOneAndUpdate(
                Filters.and(
                    Filters.eq("_id", id),
                    Filters.eq("completedAt", null),
                    Filters.or(Filters.eq("leaseUntil", null), Filters.lt("leaseUntil", now))),
                Updates.set("leaseUntil", until),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
  }

  void leave(UUID id) {
    mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("leaseUntil", Instant.EPOCH));
  }

  /** Notes people before they are removed, so that none is missing in the count. */
  Erasure note(UUID id, List<UUID> people) {
    return changed(id, Updates.addEachToSet("people", people));
  }

  /** Notes what was found first; later findings of another try change nothing. */
  Erasure noteFound(UUID id, List<Erasure.Thing> found) {
    mongoCollection()
        .updateOne(
            Filters.and(Filters.eq("_id", id), Filters.exists("found.0", false)),
            Updates.set("found", found));
    return require(id);
  }

  /** Adds a service's answer, the first one only. */
  void answer(UUID id, UUID tenantId, Erasure.Part part) {
    mongoCollection()
        .updateOne(
            Filters.and(
                Filters.eq("_id", id),
                Filters.eq("tenantId", tenantId),
                Filters.ne("parts.service", part.service())),
            Updates.push("parts", part));
  }

  private Erasure changed(UUID id, Bson update) {
    mongoCollection().updateOne(Filters.eq("_id", id), update);
    return require(id);
  }
}
