package io.dakenh.config.canned;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One canned message. */
@MongoEntity(collection = Collections.CANNED_MESSAGE)
public class CannedMessage extends StoredDocument {
  public String name;

  /** What makes two names the same; unique per tenant. A deleted message frees it. */
  public String nameKey;

  /**
   * One of as many places as a business may have messages; unique per tenant, so that the number
   * holds however many requests come at once. A deleted message frees it.
   */
  public String place;

  public String content;

  /** Who may use it; empty: everybody. */
  public List<UUID> departmentIds = new ArrayList<>();

  /** Attached uploads. */
  public List<UUID> mediaIds = new ArrayList<>();

  /** A deleted message can be restored for a moment, then it is purged. */
  public boolean deleted;

  public @Nullable Instant deletedAt;

  /** Set while it is part of an import that is not through: nobody sees it yet. */
  public @Nullable UUID importId;
}
