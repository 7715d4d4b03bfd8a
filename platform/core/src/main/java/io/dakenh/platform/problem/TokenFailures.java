package io.dakenh.platform.problem;

import java.util.Locale;

/** Reads from a refused sign-in why it was refused, for requests and sockets alike. */
public final class TokenFailures {
  private TokenFailures() {}

  /**
   * Whether the token was good once and has ended: a fresh one helps, signing in anew is not
   * needed.
   */
  public static boolean expired(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && saysExpired(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }

  /** The token library does not say "expired" but "no longer valid", naming the claim. */
  private static boolean saysExpired(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("expired") || text.contains("no longer valid");
  }
}
