package io.dakenh.referral.referral;

import java.util.Locale;

/** Why a sign-up does not count. */
public enum RejectionReason {
  /** A business used its own code. */
  SELF_REFERRAL,
  /** The business whose code it was is not active. */
  REFERRER_SUSPENDED;

  /** Name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RejectionReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
