package io.dakenh.config.erasure;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the erasure of a business got; afterwards the receipt. */
@MongoEntity(collection = Collections.TENANT_ERASURE)
public class Erasure extends StoredDocument {
  /** People and organization at the identity server. */
  static final String IDENTITY = "identity";

  /** This service. */
  static final String CONFIG = "config-service";

  /** Who has to answer before it is over. */
  static final List<String> SERVICES =
      List.of(
          CONFIG,
          IDENTITY,
          "livetalk-service",
          "routing-service",
          "billing-minutes-service",
          "referral-service",
          "channel-connector-service");

  /** Only until it is over: a name may be a person's. */
  public @Nullable String name;

  /** SHA-256 of the tenant's id and the name: whoever knows the name can check the receipt. */
  public String nameHash;

  public String reason;
  public @Nullable UUID requestedBy;
  public Instant requestedAt;

  /** When the services were asked last. */
  public Instant askedAt;

  public String organizationId;
  public List<Part> parts = new ArrayList<>();

  /** People of the organization that were found so far; only their number stays. */
  public List<UUID> people = new ArrayList<>();

  /** What this service found, written down before any of it is removed. */
  public List<Thing> found = new ArrayList<>();

  public @Nullable Instant completedAt;

  /** Until when nobody else works on it. */
  public @Nullable Instant leaseUntil;

  /** So many of one kind of thing. */
  public record Thing(String what, long count) {}

  /** What one service has removed. */
  public record Part(String service, List<Thing> erased, List<Thing> kept, Instant erasedAt) {}

  boolean answered(String service) {
    return parts.stream().anyMatch(part -> part.service().equals(service));
  }

  Set<String> missing() {
    Set<String> missing = new HashSet<>(SERVICES);
    parts.forEach(part -> missing.remove(part.service()));
    return missing;
  }
}
