package io.dakenh.channels.provider;

/**
 * A provider's error, as far as we react to it.
 *
 * @param code the provider's, for the health line and the log: {@code facebook-190}
 * @param failureCode ours, for the agent
 */
public record Fault(String code, String failureCode, Reaction reaction) {
  /** What we do about it. */
  public enum Reaction {
    /** May pass by itself: try again, a few times. */
    RETRY,
    /** A limit: the whole account pauses, then goes on. */
    WAIT,
    /** Renew the token once and try again once. */
    REFRESH,
    /** Somebody has to log in again. */
    RECONNECT,
    /** A permission or a package is missing. */
    PERMISSION,
    /** Never, for this message. */
    FAIL,
    /** Never, until this customer writes again. */
    BLOCKED,
    /** The account may not send for now. */
    RESTRICTED,
    /** Our own setup is at fault. */
    CONFIGURATION,
    /** It was done already. */
    DONE,
    /** What it is about is no more. */
    GONE,
    /** An uploaded file has expired: upload it again. */
    UPLOAD_AGAIN
  }

  /** Whether an agent's retry may help. */
  public boolean retryable() {
    return switch (reaction) {
      case RETRY, WAIT, REFRESH, RECONNECT, PERMISSION, RESTRICTED, CONFIGURATION, UPLOAD_AGAIN ->
          true;
      case FAIL ->
          "quota-exhausted".equals(failureCode) || "charged-unavailable".equals(failureCode);
      case BLOCKED, DONE, GONE -> false;
    };
  }
}
