package io.dakenh.config.media;

import io.dakenh.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an upload is for, and how large and long it may be. */
enum Purpose {
  IMAGE(2 * 1024 * 1024L, Duration.ZERO),
  TONE(1024 * 1024L, Duration.ofSeconds(10)),
  RINGTONE(5 * 1024 * 1024L, Duration.ofMinutes(5));

  private final long mostBytes;
  private final Duration longest;

  Purpose(long mostBytes, Duration longest) {
    this.mostBytes = mostBytes;
    this.longest = longest;
  }

  long mostBytes() {
    return mostBytes;
  }

  Duration longest() {
    return longest;
  }

  /** As in the API. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Purpose of(@Nullable String token) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.token().equals(token))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "/purpose",
                    token == null ? "required" : "unknown-value",
                    "One of image, tone, ringtone."));
  }
}
