package io.dakenh.channels.provider;

import java.util.List;

/** What a provider says of a token. */
public sealed interface TokenVerdict {
  /** It works, with every permission we need. */
  record Works() implements TokenVerdict {}

  /** It works, but not for everything. */
  record LacksPermissions(List<String> missing) implements TokenVerdict {
    /** At least one is missing. */
    public LacksPermissions {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("nothing is missing");
      }
    }
  }

  /**
   * It is dead; somebody has to log in again.
   *
   * @param code the provider's error code, for the health line
   */
  record Dead(String code) implements TokenVerdict {}

  /**
   * It is not taken, but one that is renewed may be.
   *
   * @param code the provider's error code, for the health line
   */
  record Expired(String code) implements TokenVerdict {}

  /**
   * Nothing was learned: no answer, a limit, or our own app is at fault.
   *
   * @param code stable, for the health line
   */
  record Unknown(String code) implements TokenVerdict {}
}
