package io.dakenh.config.staff;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** People, always of one tenant. */
@ApplicationScoped
public class StaffRepository implements PanacheMongoRepositoryBase<Staff, UUID> {
  private static final int SWEEP_BATCH = 200;

  /** A person of the tenant. */
  public Optional<Staff> find(UUID tenantId, UUID id) {
    return Optional.ofNullable(
        mongoCollection()
            .find(Filters.and(Filters.eq("_id", id), Filters.eq("tenantId", tenantId)))
            .first());
  }

  /** A person of the tenant, or a problem. */
  public Staff require(UUID tenantId, UUID id) {
    return find(tenantId, id).orElseThrow(() -> ProblemException.notFound("staff"));
  }

  /** The person a provisioning made. */
  public Optional<Staff> findProvisioned(UUID tenantId, UUID provisioningId) {
    return Optional.ofNullable(
        mongoCollection()
            .find(
                Filters.and(
                    Filters.eq("tenantId", tenantId), Filters.eq("provisioningId", provisioningId)))
            .first());
  }

  /** Which of the ids belong to active people of the tenant. */
  public Set<UUID> activeAmong(UUID tenantId, Collection<UUID> ids) {
    Set<UUID> active = new HashSet<>();
    for (Staff staff :
        mongoCollection()
            .find(
                Filters.and(
                    Filters.in("_id", ids),
                    Filters.eq("tenantId", tenantId),
                    Filters.eq("active", true)))) {
      active.add(staff.id);
    }
    return active;
  }

  /** Names of these people; whoever is not of the tenant is left out. */
  public Map<UUID, String> names(UUID tenantId, Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      among(tenantId, ids).forEach(staff -> names.put(staff.id, staff.name));
    }
    return names;
  }

  /** These people as far as they are of the tenant. */
  public List<Staff> among(UUID tenantId, Collection<UUID> ids) {
    return mongoCollection()
        .find(Filters.and(Filters.in("_id", ids), Filters.eq("tenantId", tenantId)))
        .into(new ArrayList<>());
  }

  /** One page and one more, in the order people joined. */
  List<Staff> page(UUID tenantId, int limit, @Nullable Cursor after) {
    Bson filter = Filters.eq("tenantId", tenantId);
    if (after != null) {
      Instant created = instant(after.values().get(0));
      UUID id = uuid(after.values().get(1));
      filter =
          Filters.and(
              filter,
              Filters.or(
                  Filters.gt("createdAt", created),
                  Filters.and(Filters.eq("createdAt", created), Filters.gt("_id", id))));
    }
    return mongoCollection()
        .find(filter)
        .sort(Sorts.ascending("createdAt", "_id"))
        .limit(limit + 1)
        .into(new ArrayList<>());
  }

  static Cursor cursor(Staff staff) {
    return Cursor.of(staff.createdAt.toEpochMilli(), staff.id);
  }

  /** Addresses of all pictures of people of the tenant. */
  Set<String> avatarUrls(UUID tenantId) {
    Set<String> addresses = new HashSet<>();
    for (Staff staff :
        mongoCollection()
            .find(Filters.and(Filters.eq("tenantId", tenantId), Filters.ne("avatarUrl", null)))) {
      if (staff.avatarUrl != null) {
        addresses.add(staff.avatarUrl);
      }
    }
    return addresses;
  }

  /** Whether there is anybody beside the first person. */
  public boolean severalOf(UUID tenantId) {
    return mongoCollection()
            .countDocuments(Filters.eq("tenantId", tenantId), new CountOptions().limit(2))
        > 1;
  }

  /** Whose invitation has this link. */
  Optional<Staff> invitedBy(String tokenHash) {
    return Optional.ofNullable(
        mongoCollection().find(Filters.eq("invitation.tokenHash", tokenHash)).first());
  }

  List<Staff> identityDueBefore(Instant before) {
    return mongoCollection()
        .find(
            Filters.and(
                Filters.gt("identityDueSince", Instant.EPOCH),
                Filters.lt("identityDueSince", before)))
        .limit(SWEEP_BATCH)
        .into(new ArrayList<>());
  }

  /** Keycloak knows; a later change keeps its own mark. */
  void identityDone(Staff staff) {
    mongoCollection()
        .updateOne(
            Filters.and(
                Filters.eq("_id", staff.id),
                Filters.eq("identityDueSince", staff.identityDueSince)),
            Updates.unset("identityDueSince"));
  }

  private static Instant instant(String millis) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(millis));
    } catch (NumberFormatException wrong) {
      throw wrongCursor();
    }
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException wrong) {
      throw wrongCursor();
    }
  }

  private static ProblemException wrongCursor() {
    return ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
  }
}
