package io.dakenh.livetalk.message;

import java.time.Instant;

/** What became of a message. */
public sealed interface SendOutcome {
  /** It is stored, now or by an earlier attempt with the same client message id. */
  record Stored(long sequence, long epoch, Instant sentAt) implements SendOutcome {}

  /** It is not stored and will not be if sent again unchanged. */
  record Refused(String code, String detail) implements SendOutcome {}

  /** Nobody knows yet whether it is stored; sending it again is safe and tells. */
  record Unavailable() implements SendOutcome {}
}
