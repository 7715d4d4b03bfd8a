package io.dakenh.config.apikey;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keys, always of one tenant. */
@ApplicationScoped
class ApiKeyRepository implements PanacheMongoRepositoryBase<ApiKey, UUID> {
  /** More than a business can have: good ones and those revoked within {@link ApiKeys#KEPT}. */
  private static final int MOST_SHOWN = 500;

  /** Newest first, revoked ones too. */
  List<ApiKey> all(UUID tenantId) {
    return mongoCollection()
        .find(Filters.eq("tenantId", tenantId))
        .sort(Sorts.descending("createdAt", "_id"))
        .limit(MOST_SHOWN)
        .into(new ArrayList<>());
  }

  Optional<ApiKey> find(UUID tenantId, UUID id) {
    return Optional.ofNullable(
        mongoCollection()
            .find(Filters.and(Filters.eq("_id", id), Filters.eq("tenantId", tenantId)))
            .first());
  }

  ApiKey require(UUID tenantId, UUID id) {
    return find(tenantId, id).orElseThrow(() -> ProblemException.notFound("api-key"));
  }

  /** A place nobody holds; empty when the business has as many keys as it may. */
  Optional<String> freePlace(UUID tenantId) {
    Set<String> taken = new HashSet<>();
    for (ApiKey key :
        mongoCollection()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("revokedAt", null)))) {
      taken.add(key.place);
    }
    for (int place = 0; place < ApiKeys.MOST; place++) {
      String name = "%02d".formatted(place);
      if (!taken.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Revoked long enough ago, and announced. */
  void purge(Instant revokedBefore) {
    mongoCollection()
        .deleteMany(
            Filters.and(
                Filters.lt("revokedAt", revokedBefore), Filters.exists("pending.0", false)));
  }
}
