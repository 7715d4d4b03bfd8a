package io.dakenh.channels.media;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.channels.webhook.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Addresses of copies: whoever was given one may fetch the file until it ends. */
@ApplicationScoped
public class MediaLinks {
  private static final String INSIDE = "/internal/v1/media/";
  private static final String OUTSIDE = "/api/channels/v1/public/media/";

  private final byte[] key;
  private final Clock clock;

  @Inject
  MediaLinks(ChannelsConfig config, Clock clock) {
    this.clock = clock;
    this.key =
        Signatures.hmac(
            config.media().linkKey().orElse(config.tokenKey()).getBytes(StandardCharsets.UTF_8),
            "dakenh.channels.media.v1".getBytes(StandardCharsets.US_ASCII));
  }

  /** Where another service fetches it, behind our own address. */
  public String inside(Stored file) {
    return INSIDE + signed(file.id(), file.expiresAt());
  }

  /** Where a browser or a customer fetches it, a path of the public origin. */
  public String outside(UUID id, Instant expiresAt) {
    return OUTSIDE + signed(id, expiresAt);
  }

  /** Whether we made this address. */
  boolean ours(UUID id, long expires, String signature) {
    return MessageDigest.isEqual(
        signature(id, expires).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether an address has ended. */
  boolean ended(long expires) {
    return clock.instant().getEpochSecond() >= expires;
  }

  private String signed(UUID id, Instant expiresAt) {
    long expires = expiresAt.getEpochSecond();
    return id + "?expires=" + expires + "&signature=" + signature(id, expires);
  }

  private String signature(UUID id, long expires) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            Signatures.hmac(key, (id + "/" + expires).getBytes(StandardCharsets.US_ASCII)));
  }
}
