package io.dakenh.channels.thread;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message. */
public record Change(
    String what,
    int attempt,
    @Nullable String externalId,
    @Nullable String failureCode,
    boolean retryable,
    @Nullable String text,
    @Nullable String reaction,
    boolean byCustomer,
    Instant at) {

  /** A mark, or something done to it. */
  public static Change plain(String what, boolean byCustomer, Instant at) {
    return new Change(what, 0, null, null, false, null, null, byCustomer, at);
  }

  /** The provider took it. */
  public static Change sent(int attempt, String externalId, Instant at) {
    return new Change("sent", attempt, externalId, null, false, null, null, false, at);
  }

  /** It was given up. */
  public static Change failed(int attempt, String failureCode, boolean retryable, Instant at) {
    return new Change("failed", attempt, null, failureCode, retryable, null, null, false, at);
  }

  /** An action did not work. */
  public static Change actionFailed(String failureCode, boolean retryable, Instant at) {
    return new Change("action-failed", 0, null, failureCode, retryable, null, null, false, at);
  }

  /** Its words are others now. */
  public static Change edited(@Nullable String text, boolean byCustomer, Instant at) {
    return new Change("edited", 0, null, null, false, text, null, byCustomer, at);
  }

  /** Somebody reacted to it. */
  public static Change reacted(@Nullable String emoji, boolean byCustomer, Instant at) {
    return new Change("reacted", 0, null, null, false, null, emoji, byCustomer, at);
  }
}
