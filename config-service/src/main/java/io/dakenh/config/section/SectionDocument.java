package io.dakenh.config.section;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One section of one business; it comes into being with the first draft. */
@MongoEntity(collection = Collections.SECTION)
public class SectionDocument extends StoredDocument {
  public String section;

  /** Grows by one with each publish; 0: still the defaults. */
  public long publishedVersion;

  public @Nullable Document published;
  public int publishedSchema;
  public @Nullable Instant publishedAt;
  public @Nullable UUID publishedBy;

  public @Nullable Document draft;
  public int draftSchema;
  public @Nullable Instant draftUpdatedAt;
  public @Nullable UUID draftUpdatedBy;

  /** Uploads that the draft or what is published names. */
  public List<UUID> mediaIds = new ArrayList<>();
}
