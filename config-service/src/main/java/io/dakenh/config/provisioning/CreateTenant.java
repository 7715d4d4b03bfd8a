package io.dakenh.config.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * A business to be created.
 *
 * @param owner the first owner
 * @param locale {@code vi} (default) or {@code en}
 * @param timeZone IANA zone, default {@code Asia/Ho_Chi_Minh}
 * @param referralCode code the business signed up with, if any
 * @param referralVisit visit to a referral link that led to the sign-up, if any
 */
record CreateTenant(
    @Nullable String name,
    @Nullable Owner owner,
    @Nullable String locale,
    @Nullable String timeZone,
    @Nullable String referralCode,
    @Nullable String referralVisit) {
  /** The first owner. */
  record Owner(@Nullable String name, @Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "Owner[" + name + ", " + email + "]";
    }
  }
}
