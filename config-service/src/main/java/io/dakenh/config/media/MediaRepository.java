package io.dakenh.config.media;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Documents of uploads. */
@ApplicationScoped
class MediaRepository implements PanacheMongoRepositoryBase<Media, UUID> {
  private static final int SWEEP_BATCH = 200;

  Media require(UUID tenantId, UUID id) {
    return find(tenantId, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("media"));
  }

  List<Media> find(UUID tenantId, Collection<UUID> ids) {
    return mongoCollection()
        .find(Filters.and(Filters.in("_id", ids), Filters.eq("tenantId", tenantId), ready()))
        .into(new ArrayList<>());
  }

  /** Anybody may have it who knows the address, which holds the hash of the bytes. */
  Optional<Media> published(UUID id, String sha256) {
    return Optional.ofNullable(
        mongoCollection()
            .find(Filters.and(Filters.eq("_id", id), Filters.eq("sha256", sha256), ready()))
            .first());
  }

  long count(UUID tenantId) {
    return mongoCollection().countDocuments(Filters.eq("tenantId", tenantId));
  }

  /** It is named, or about to be: not to be collected for a while. False when it is too late. */
  boolean used(UUID tenantId, UUID id, Instant now) {
    return mongoCollection()
            .updateOne(
                Filters.and(Filters.eq("_id", id), Filters.eq("tenantId", tenantId), ready()),
                Updates.set("lastUsedAt", now))
            .getMatchedCount()
        > 0;
  }

  List<Media> unusedSince(Instant before) {
    return mongoCollection()
        .find(Filters.and(ready(), Filters.lt("lastUsedAt", before)))
        .limit(SWEEP_BATCH)
        .into(new ArrayList<>());
  }

  /** Condemned ones, and those whose upload died half-way. */
  List<Media> leftBehind(Instant storingBefore) {
    return mongoCollection()
        .find(
            Filters.or(
                Filters.eq("state", Media.CONDEMNED),
                Filters.and(
                    Filters.eq("state", Media.STORING), Filters.lt("createdAt", storingBefore))))
        .limit(SWEEP_BATCH)
        .into(new ArrayList<>());
  }

  /** From now on nobody can begin to name it; false when somebody just did. */
  boolean condemn(Media media) {
    return mongoCollection()
            .updateOne(
                Filters.and(
                    Filters.eq("_id", media.id),
                    Filters.eq("state", media.state),
                    Filters.eq("lastUsedAt", media.lastUsedAt)),
                Updates.set("state", Media.CONDEMNED))
            .getModifiedCount()
        > 0;
  }

  void forget(UUID id) {
    mongoCollection().deleteOne(Filters.eq("_id", id));
  }

  private static Bson ready() {
    return Filters.eq("state", Media.READY);
  }
}
