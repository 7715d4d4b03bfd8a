package io.dakenh.referral.referral;

import java.util.Locale;

/** Why a sign-up does not count. */
public enum RejectionReason {
  /** A business used its own code. */
  SELF_REFERRAL,
  /** The business whose code it was is not active. */
  REFERRER_SUSPENDED,
  /** The link was followed too long before, or nobody followed it. */
  ATTRIBUTION_EXPIRED,
  /** Both businesses have one owner. */
  SAME_OWNER,
  /** Both owners have addresses at one domain that is not open to everybody. */
  SAME_DOMAIN,
  /** This owner has signed up before. */
  REPEATED,
  /** The business was itself brought by one of the same owner, over however many others. */
  LOOP,
  /** The link was followed on a device of the business it belongs to. */
  SAME_DEVICE,
  /** Too many sign-ups from one address in a short time. */
  TOO_MANY_FROM_ONE_PLACE;

  /** Name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RejectionReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
