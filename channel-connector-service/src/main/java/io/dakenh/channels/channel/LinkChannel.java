package io.dakenh.channels.channel;

import io.dakenh.channels.provider.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known once a provider's dialog ended well.
 *
 * @param accessToken works for this Page or OA
 * @param refreshToken Zalo only
 * @param expiresAt absent when the provider stated none
 */
public record LinkChannel(
    UUID tenantId,
    Kind kind,
    String externalId,
    String name,
    @Nullable String pictureUrl,
    String accessToken,
    @Nullable String refreshToken,
    @Nullable Instant expiresAt) {
  /** Without the tokens. */
  @Override
  public String toString() {
    return "LinkChannel[tenantId=%s, kind=%s, externalId=%s]".formatted(tenantId, kind, externalId);
  }
}
