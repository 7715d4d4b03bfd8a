package io.dakenh.contracts.config;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Latest state of one key of a business. Key: key id. The key itself is known to nobody but whoever
 * made it.
 *
 * @param version grows by one with each change; an older one than seen is ignored
 * @param handle the part of the key that names it: {@code dk_<handle>_<secret>}
 * @param hash SHA-256 of the whole key, in hexadecimal
 * @param scopes some of {@link ApiScopes}; readers ignore unknown ones
 * @param expiresAt from when on it is no longer good; absent: never
 * @param revoked true as the last event of a key
 */
public record ApiKeyChanged(
    UUID tenantId,
    UUID keyId,
    long version,
    String name,
    String handle,
    String hash,
    List<String> scopes,
    @Nullable Instant expiresAt,
    boolean revoked) {
  /** Copies the list. */
  public ApiKeyChanged {
    scopes = List.copyOf(scopes);
  }
}
