package io.dakenh.config.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What every document of a tenant has. Fields are public because the document mapper reads and
 * writes them.
 */
public abstract class StoredDocument {
  @BsonId public UUID id;
  public UUID tenantId;

  /** Grows by one with each change; its ETag. */
  public long version;

  /** Shape of the stored fields; readers upgrade older shapes. */
  public int schemaVersion = 1;

  public Instant createdAt;
  public Instant updatedAt;

  /** What follows from the latest changes and was not sent yet. */
  public List<PendingEntry> pending = new ArrayList<>();

  /** Who is sending them now. */
  public @Nullable RelayLease relay;
}
