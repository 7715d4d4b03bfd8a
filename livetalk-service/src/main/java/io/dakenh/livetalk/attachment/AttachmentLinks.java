package io.dakenh.livetalk.attachment;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of files: whoever was given one may fetch the file until it ends, nobody can make one.
 *
 * <p>The end is rounded up, so that the same file has the same address for a while and browsers
 * keep what they have loaded.
 */
@ApplicationScoped
public class AttachmentLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String OUTSIDE = "/api/livetalk";
  private static final String INSIDE = "/api";
  private static final String PATH = "/v1/public/attachments/";

  private final SecretKeySpec key;
  private final long lifetimeSeconds;
  private final long stepSeconds;
  private final Clock clock;

  @Inject
  AttachmentLinks(LivetalkConfig config, Clock clock) {
    this(config.attachments().linkKey(), config.attachments().linkLifetime(), clock);
  }

  AttachmentLinks(String key, Duration lifetime, Clock clock) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.lifetimeSeconds = lifetime.toSeconds();
    this.stepSeconds = Math.max(1, lifetimeSeconds / 4);
    this.clock = clock;
  }

  /** Address of a part, good for at least the configured time. */
  public String url(UUID tenantId, UUID id, Part part) {
    return OUTSIDE + signed(tenantId, id, part);
  }

  /** The same for another service, which asks this one without the gateway. */
  public String path(UUID tenantId, UUID id, Part part) {
    return INSIDE + signed(tenantId, id, part);
  }

  private String signed(UUID tenantId, UUID id, Part part) {
    long now = clock.instant().getEpochSecond();
    long expires = (now + lifetimeSeconds + stepSeconds) / stepSeconds * stepSeconds;
    return PATH
        + id
        + "/"
        + part.code()
        + "?expires="
        + expires
        + "&signature="
        + signature(tenantId, id, part, expires);
  }

  /**
   * How long an address is still good.
   *
   * @throws ProblemException 404 when it was not made here for this file, 403 when it has ended
   */
  public Duration check(UUID tenantId, UUID id, Part part, long expires, String signature) {
    byte[] right = signature(tenantId, id, part, expires).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) {
      throw ProblemException.notFound("attachment");
    }
    Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(expires));
    if (left.isNegative() || left.isZero()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "attachment-link-expired",
          "This address has ended; load the conversation again.");
    }
    return left;
  }

  private String signature(UUID tenantId, UUID id, Part part, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String signed = tenantId + "/" + id + "/" + part.code() + "/" + expires;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }
}
