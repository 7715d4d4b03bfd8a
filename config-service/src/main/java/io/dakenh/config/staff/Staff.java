package io.dakenh.config.staff;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.dakenh.platform.tenancy.Roles;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person of a business; the id is the person's id in Keycloak. */
@MongoEntity(collection = Collections.STAFF)
public class Staff extends StoredDocument {
  public String name;
  public String email;
  public String role;
  public boolean active = true;
  public @Nullable String avatarUrl;

  /** Conversations at a time; absent: as the department says. */
  public @Nullable Integer capacity;

  /** Which provisioning made the person: a repeated request finds its result by it. */
  public @Nullable UUID provisioningId;

  /** Since when Keycloak has to be told of a change; absent once it was. */
  public @Nullable Instant identityDueSince;

  /** The letter by which the person chooses a password; absent once that was done. */
  public @Nullable Invitation invitation;

  /** Whether this person keeps the business from having no owner. */
  boolean activeOwner() {
    return active && role.equals(Roles.OWNER);
  }
}
