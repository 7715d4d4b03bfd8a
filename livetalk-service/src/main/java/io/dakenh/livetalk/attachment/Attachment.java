package io.dakenh.livetalk.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored file, without its bytes.
 *
 * @param verified decoded and found to be a picture or a sound
 * @param thumbnailBytes size of its small copy, null for none
 */
public record Attachment(
    UUID id,
    UUID tenantId,
    String name,
    String mediaType,
    boolean verified,
    long bytes,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMilliseconds,
    @Nullable Long thumbnailBytes) {

  /** A part of a file that is served under an address of its own. */
  public enum Part {
    FILE("file"),
    THUMBNAIL("thumbnail");

    private final String code;

    Part(String code) {
      this.code = code;
    }

    /** As in addresses. */
    public String code() {
      return code;
    }
  }
}
