package io.dakenh.config.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it later on.
 *
 * @param prefix its beginning, by which people tell keys apart
 * @param key the key itself, only in the answer to making it
 * @param createdBy who made it; the name is empty for somebody who is gone
 * @param expiresAt absent: never
 * @param revokedAt absent while it is good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKeyView(
    UUID id,
    String name,
    String prefix,
    @Nullable String key,
    List<String> scopes,
    Person createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    long version) {
  /** Who made a key. */
  public record Person(UUID id, String name) {}

  static ApiKeyView of(ApiKey key, String createdByName, @Nullable String shownOnce) {
    return new ApiKeyView(
        key.id,
        key.name,
        "dk_" + key.handle,
        shownOnce,
        key.scopes,
        new Person(key.createdBy, createdByName),
        key.createdAt,
        key.expiresAt,
        key.revokedAt,
        key.version);
  }
}
