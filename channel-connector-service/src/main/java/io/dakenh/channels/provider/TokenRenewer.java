package io.dakenh.channels.provider;

import org.jspecify.annotations.Nullable;

/** Trades refresh tokens of one platform. */
public interface TokenRenewer {
  /** Which platform. */
  Kind kind();

  /** Trades a refresh token, which is used up by it. */
  Renewal renew(String refreshToken);

  /** What came of it. */
  sealed interface Renewal {
    /** A new pair. */
    record Renewed(String accessToken, String refreshToken, long expiresInSeconds)
        implements Renewal {
      /** Without the tokens. */
      @Override
      public String toString() {
        return "Renewed[expiresInSeconds=" + expiresInSeconds + "]";
      }
    }

    /** The platform refused it. */
    record Refused(String code) implements Renewal {}

    /** No answer: it may have been used up. */
    record Lost(@Nullable String reason, boolean maybeDone) implements Renewal {}
  }
}
