package io.dakenh.config.provisioning;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs; each is worked on by one holder at a time. */
@ApplicationScoped
class ProvisioningRepository implements PanacheMongoRepositoryBase<ProvisioningJob, UUID> {
  private static final int SWEEP_BATCH = 50;

  /** Writes a new job, held by its maker; false when it exists already. */
  boolean add(ProvisioningJob job) {
    try {
      mongoCollection().insertOne(job);
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  /** Takes a job nobody works on now. */
  Optional<ProvisioningJob> take(UUID id, UUID holder, Instant now, Instant until) {
    return Optional.ofNullable(
        mongoCollection()
            .findOneAndUpdate(
                Filters.and(Filters.eq("_id", id), Filters.lt("leaseUntil", now)),
                Updates.combine(Updates.set("holder", holder), Updates.set("leaseUntil", until)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
  }

  void personMade(ProvisioningJob job, UUID personId) {
    mongoCollection()
        .updateOne(
            Filters.eq("_id", job.id),
            Updates.combine(Updates.set("personId", personId), Updates.unset("passwordHash")));
    job.personId = personId;
    job.passwordHash = null;
  }

  void organizationMade(ProvisioningJob job, String organizationId) {
    mongoCollection()
        .updateOne(Filters.eq("_id", job.id), Updates.set("organizationId", organizationId));
    job.organizationId = organizationId;
  }

  /** Lets anyone go on with it. */
  void leave(ProvisioningJob job) {
    mongoCollection()
        .updateOne(
            Filters.and(Filters.eq("_id", job.id), Filters.eq("holder", job.holder)),
            Updates.set("leaseUntil", Instant.EPOCH));
  }

  List<UUID> abandoned(Instant now) {
    List<UUID> ids = new ArrayList<>();
    for (ProvisioningJob job :
        mongoCollection().find(Filters.lt("leaseUntil", now)).limit(SWEEP_BATCH)) {
      ids.add(job.id);
    }
    return ids;
  }
}
