package io.dakenh.config.apikey;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One key. */
@MongoEntity(collection = Collections.API_KEY)
public class ApiKey extends StoredDocument {
  public String name;

  /** The part of the key that names it. */
  public String handle;

  /** SHA-256 of the whole key, in hexadecimal. */
  public String hash;

  public List<String> scopes = new ArrayList<>();

  public UUID createdBy;

  public @Nullable Instant expiresAt;

  public @Nullable Instant revokedAt;

  public @Nullable UUID revokedBy;

  /**
   * One of as many places as a business may have keys; unique per tenant, so that the number holds
   * however many requests come at once. A revoked key frees it.
   */
  public String place;
}
