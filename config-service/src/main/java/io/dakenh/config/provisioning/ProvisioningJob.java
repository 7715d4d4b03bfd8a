package io.dakenh.config.provisioning;

import io.dakenh.config.identity.FirstPassword;
import io.dakenh.config.identity.PasswordHash;
import io.dakenh.config.storage.Collections;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What is being made, and how far it got. The document is gone once everything exists. */
@MongoEntity(collection = Collections.PROVISIONING)
public class ProvisioningJob {
  /** A business with its first owner. */
  public static final String TENANT = "tenant";

  /** A person of a business that exists. */
  public static final String STAFF = "staff";

  /**
   * Id of the tenant for a tenant, its own for a person; Keycloak's user carries it as {@code
   * provisioningId}.
   */
  @BsonId public UUID id;

  public int schemaVersion = 1;
  public String kind;
  public UUID tenantId;
  public String personName;
  public String email;
  public String role;
  public String locale;
  public @Nullable UUID actorId;
  public Instant createdAt;

  /** Once Keycloak has the person. */
  public @Nullable UUID personId;

  /** Once Keycloak has the organization; known from the start for a person. */
  public @Nullable String organizationId;

  /** For a tenant only. */
  public @Nullable String tenantName;

  public @Nullable String timeZone;
  public @Nullable String referralCode;
  public @Nullable UUID referralClickId;
  public @Nullable String widgetKey;
  public @Nullable UUID departmentId;

  /** Of somebody who signed up, until the sign-in exists. */
  public @Nullable PasswordHash passwordHash;

  /** The owner signed up without anybody's help, and is shown what to do first. */
  public boolean selfMade;

  /** The person gets a letter and chooses a password. */
  public boolean invited;

  /** Who works on it, and until when nobody else may. */
  public UUID holder;

  public Instant leaseUntil;

  /** What the person signs in with at first; null when only the caller knows it. */
  @Nullable FirstPassword keptPassword() {
    if (passwordHash != null) {
      return new FirstPassword.Hashed(passwordHash);
    }
    return invited ? new FirstPassword.Chosen() : null;
  }

  boolean forTenant() {
    return kind.equals(TENANT);
  }
}
