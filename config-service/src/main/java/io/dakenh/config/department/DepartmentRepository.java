package io.dakenh.config.department;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Departments, always of one tenant, without the deleted ones. */
@ApplicationScoped
public class DepartmentRepository implements PanacheMongoRepositoryBase<Department, UUID> {
  private static final int SWEEP_BATCH = 200;
  private static final int MEMBERSHIPS_MOST = 500;

  /** A department of the tenant. */
  public Optional<Department> find(UUID tenantId, UUID id) {
    return Optional.ofNullable(
        mongoCollection().find(Filters.and(Filters.eq("_id", id), living(tenantId))).first());
  }

  Department require(UUID tenantId, UUID id) {
    return find(tenantId, id).orElseThrow(() -> ProblemException.notFound("department"));
  }

  /** One page and one more, in the order of creation. */
  List<Department> page(UUID tenantId, int limit, @Nullable UUID after) {
    Bson filter = living(tenantId);
    return mongoCollection()
        .find(after == null ? filter : Filters.and(filter, Filters.gt("_id", after)))
        .sort(Sorts.ascending("_id"))
        .limit(limit + 1)
        .into(new ArrayList<>());
  }

  /** All departments of the tenant, in the order of creation. */
  public List<Department> all(UUID tenantId) {
    return mongoCollection()
        .find(living(tenantId))
        .sort(Sorts.ascending("_id"))
        .limit(MEMBERSHIPS_MOST)
        .into(new ArrayList<>());
  }

  /** Departments the person is an agent of, in the order of creation. */
  public List<Department> ofAgent(UUID tenantId, UUID staffId) {
    return mongoCollection()
        .find(Filters.and(living(tenantId), Filters.eq("agentIds", staffId)))
        .sort(Sorts.ascending("_id"))
        .limit(MEMBERSHIPS_MOST)
        .into(new ArrayList<>());
  }

  /** Which of the ids are departments of the tenant. */
  public Set<UUID> livingAmong(UUID tenantId, Collection<UUID> ids) {
    Set<UUID> living = new HashSet<>();
    if (!ids.isEmpty()) {
      for (Department department :
          mongoCollection().find(Filters.and(Filters.in("_id", ids), living(tenantId)))) {
        living.add(department.id);
      }
    }
    return living;
  }

  /** Which of the uploads are pictures of departments. */
  Set<UUID> picturesAmong(UUID tenantId, Set<UUID> mediaIds) {
    Set<UUID> named = new HashSet<>();
    for (Department department :
        mongoCollection()
            .find(Filters.and(living(tenantId), Filters.in("pictureMediaId", mediaIds)))) {
      named.add(department.pictureMediaId);
    }
    return named;
  }

  List<Department> becomingDefaultBefore(Instant before) {
    return mongoCollection()
        .find(
            Filters.and(
                Filters.gt("makeDefaultSince", Instant.EPOCH),
                Filters.lt("makeDefaultSince", before)))
        .limit(SWEEP_BATCH)
        .into(new ArrayList<>());
  }

  /** The tenant names it as its default now; a later wish keeps its own mark. */
  void becameDefault(Department department) {
    mongoCollection()
        .updateOne(
            Filters.and(
                Filters.eq("_id", department.id),
                Filters.eq("makeDefaultSince", department.makeDefaultSince)),
            Updates.unset("makeDefaultSince"));
  }

  private static Bson living(UUID tenantId) {
    return Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("deleted", false));
  }
}
