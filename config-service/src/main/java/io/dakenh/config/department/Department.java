package io.dakenh.config.department;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.dakenh.contracts.config.BusinessHours;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One receiving department. */
@MongoEntity(collection = Collections.DEPARTMENT)
public class Department extends StoredDocument {
  public String name;

  /** What makes two names the same; unique per tenant. A deleted department frees it. */
  public String nameKey;

  public String allocationMode;
  public int passOnSeconds;
  public int totalSeconds;

  /** In the owner's order. */
  public List<UUID> agentIds = new ArrayList<>();

  /** Upload that stands for its agents, and its address. */
  public @Nullable UUID pictureMediaId;

  public @Nullable String pictureUrl;

  /** Conversations at a time of each agent without a number of their own; absent: no limit. */
  public @Nullable Integer capacity;

  /** Whether visitors who come back are brought to whom they talked to last. */
  public boolean preferPreviousAgent;

  /** When it answers; absent: always. */
  public @Nullable BusinessHours hours;

  /**
   * Set while this department is becoming the default: the wish is written with the change, the
   * tenant follows at once.
   */
  public @Nullable Instant makeDefaultSince;

  /** A deleted department stays as a mark, so that its last event is not lost. */
  public boolean deleted;

  public @Nullable UUID successorId;

  /** Its id, for method references. */
  public UUID id() {
    return id;
  }
}
