package io.dakenh.referral;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;

/** Settings of this service, prefix {@code dakenh.referral}. */
@ConfigMapping(prefix = "dakenh.referral")
public interface ReferralConfig {
  /** Public address of the suite without a slash at the end; referral links begin with it. */
  @Pattern(
      regexp = "https?://[^/\\s]+(/[^/\\s]+)*",
      message = "dakenh.referral.public-url must be an http(s) address without a slash at the end")
  String publicUrl();
}
