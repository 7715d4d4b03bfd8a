package io.dakenh.config.media;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one upload; its bytes lie in GridFS under the same id. */
@MongoEntity(collection = Collections.MEDIA)
public class Media extends StoredDocument {
  /** Written before the bytes, so that bytes without a document cannot be. */
  static final String STORING = "storing";

  /** May be named and is served. */
  static final String READY = "ready";

  /** About to be removed; may not be named any more. */
  static final String CONDEMNED = "condemned";

  public String state;
  public String purpose;
  public String kind;
  public String contentType;
  public long bytes;
  public String sha256;
  public @Nullable Integer widthPixels;
  public @Nullable Integer heightPixels;
  public @Nullable Long durationMilliseconds;
  public String fileName;

  /** When it was last seen named, or was about to be. */
  public Instant lastUsedAt;

  MediaView view() {
    return new MediaView(
        id,
        MediaUrls.of(id, sha256),
        purpose,
        kind,
        contentType,
        bytes,
        widthPixels,
        heightPixels,
        durationMilliseconds,
        fileName);
  }
}
