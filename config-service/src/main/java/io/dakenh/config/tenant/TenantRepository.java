package io.dakenh.config.tenant;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.dakenh.config.storage.Documents;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.conversions.Bson;

/** Tenants, and the atomic updates that keep their rules. */
@ApplicationScoped
public class TenantRepository implements PanacheMongoRepositoryBase<Tenant, UUID> {
  private static final int SWEEP_BATCH = 200;

  private final Clock clock;

  @Inject
  TenantRepository(Clock clock) {
    this.clock = clock;
  }

  /** The tenant, or a problem when it is not there. */
  public Tenant require(UUID tenantId) {
    return findByIdOptional(tenantId).orElseThrow(() -> ProblemException.notFound("tenant"));
  }

  /** The tenant, or a problem when it is not there or on its way out. */
  public Tenant requireStaying(UUID tenantId) {
    Tenant tenant = require(tenantId);
    if (tenant.status.equals(Tenant.ERASING)) {
      throw ProblemException.conflict("tenant-erasing", "This business is being erased.");
    }
    return tenant;
  }

  /** A new follow-up. */
  public FollowUp followUp(String kind, UUID target) {
    return new FollowUp(Ids.next(), kind, target, Documents.now(clock));
  }

  /** Adds a follow-up on its own. */
  public void addFollowUp(UUID tenantId, String kind, UUID target) {
    mongoCollection()
        .updateOne(Filters.eq("_id", tenantId), Updates.push("followUps", followUp(kind, target)));
  }

  void removeFollowUp(UUID tenantId, FollowUp done) {
    mongoCollection()
        .updateOne(
            Filters.eq("_id", tenantId),
            Updates.pullByFilter(Filters.eq("followUps", new org.bson.Document("id", done.id()))));
  }

  List<UUID> withFollowUpsBefore(Instant before) {
    List<UUID> ids = new ArrayList<>();
    for (Tenant tenant :
        mongoCollection()
            .find(
                Filters.elemMatch(
                    "followUps",
                    Filters.and(Filters.gt("since", Instant.EPOCH), Filters.lt("since", before))))
            .limit(SWEEP_BATCH)) {
      ids.add(tenant.id);
    }
    return ids;
  }

  /**
   * Takes a person off the list of active owners, unless that would leave none.
   *
   * @return whether the person may now be demoted or deactivated
   */
  public boolean releaseOwner(UUID tenantId, UUID personId) {
    return mongoCollection()
            .findOneAndUpdate(
                Filters.and(
                    Filters.eq("_id", tenantId),
                    Filters.eq("ownerIds", personId),
                    Filters.exists("ownerIds.1")),
                Updates.combine(
                    Updates.pull("ownerIds", personId),
                    Updates.push("followUps", followUp(FollowUp.CHECK_OWNER, personId))))
        != null;
  }

  /** Writes whether the person is an active owner. */
  public void noteOwner(UUID tenantId, UUID personId, boolean activeOwner) {
    Bson update =
        activeOwner ? Updates.addToSet("ownerIds", personId) : Updates.pull("ownerIds", personId);
    mongoCollection().updateOne(Filters.eq("_id", tenantId), update);
  }

  /**
   * Makes a department the default; the one it replaces will be announced again.
   *
   * @return the tenant as it is now, empty when it is gone
   */
  public Optional<Tenant> makeDefault(UUID tenantId, UUID departmentId) {
    while (true) {
      Optional<Tenant> tenant = findByIdOptional(tenantId);
      if (tenant.isEmpty() || tenant.get().defaultDepartmentId.equals(departmentId)) {
        return tenant;
      }
      UUID before = tenant.get().defaultDepartmentId;
      Tenant after =
          mongoCollection()
              .findOneAndUpdate(
                  Filters.and(
                      Filters.eq("_id", tenantId), Filters.eq("defaultDepartmentId", before)),
                  Updates.combine(
                      Updates.set("defaultDepartmentId", departmentId),
                      Updates.push("followUps", followUp(FollowUp.ANNOUNCE_DEPARTMENT, before))),
                  new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
      if (after != null) {
        return Optional.of(after);
      }
    }
  }

  /** A website showed the widget; only the first time is noted. */
  public void noteWebsite(UUID tenantId) {
    mongoCollection()
        .updateOne(
            Filters.and(Filters.eq("_id", tenantId), Filters.eq("websiteSeenAt", null)),
            Updates.set("websiteSeenAt", Documents.now(clock)));
  }

  /** Shows the owners no more what to do first, or shows it again. */
  public void noteChecklist(UUID tenantId, boolean open) {
    mongoCollection().updateOne(Filters.eq("_id", tenantId), Updates.set("checklistOpen", open));
  }
}
