package io.dakenh.platform.web;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** Conditional requests on resources that people edit: strong ETags made from the version. */
public final class Preconditions {
  private Preconditions() {}

  /** ETag of a version. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * Version the caller has seen, from {@code If-Match}.
   *
   * @throws ProblemException 428 {@code if-match-required} when the header is missing; 412 {@code
   *     etag-mismatch} when it cannot be one of ours
   */
  public static long expectedVersion(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(
          ProblemKind.PRECONDITION_REQUIRED,
          "if-match-required",
          "Send the ETag you have seen in If-Match.");
    }
    String value = ifMatch.strip();
    if (value.length() > 2 && value.startsWith("\"") && value.endsWith("\"")) {
      try {
        return Long.parseLong(value.substring(1, value.length() - 1));
      } catch (NumberFormatException notOurs) {
        throw stale();
      }
    }
    throw stale();
  }

  /** Refuses a change that was made from an older version. */
  public static void requireVersion(@Nullable String ifMatch, long current) {
    if (expectedVersion(ifMatch) != current) {
      throw stale();
    }
  }

  /** 412: someone else changed it. */
  public static ProblemException stale() {
    return ProblemException.of(
        ProblemKind.STALE, "etag-mismatch", "Someone else changed it; load it again.");
  }
}
