package io.dakenh.config.media;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of uploads on the one origin. */
public final class MediaUrls {
  private static final String BASE = "/api/config/v1/public/media/";
  private static final Pattern ADDRESS =
      Pattern.compile(Pattern.quote(BASE) + "([0-9a-f-]{36})/[0-9a-f]{64}");

  private MediaUrls() {}

  static String of(UUID id, String sha256) {
    return BASE + id + "/" + sha256;
  }

  /** The upload an address leads to; empty when it is an address of anything else. */
  public static Optional<UUID> idIn(@Nullable String url) {
    Matcher matcher = ADDRESS.matcher(url == null ? "" : url);
    return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }
}
