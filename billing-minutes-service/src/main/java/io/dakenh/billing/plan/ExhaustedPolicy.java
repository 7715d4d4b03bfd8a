package io.dakenh.billing.plan;

import java.util.Locale;

/** What becomes of a running call when no seconds are left. */
public enum ExhaustedPolicy {
  /** It may go on to its end; what it uses beyond is an overdraft. */
  FINISH,
  /** It is cut after a warning. */
  CUT;

  /** Name in the database, in events and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The policy of that name. */
  public static ExhaustedPolicy of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
