package io.dakenh.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** Settings of this service, prefix {@code dakenh.referral}. */
@ConfigMapping(prefix = "dakenh.referral")
public interface ReferralConfig {
  /** Public address of the suite without a slash at the end; referral links begin with it. */
  @Pattern(
      regexp = "https?://[^/\\s]+(/[^/\\s]+)*",
      message = "dakenh.referral.public-url must be an http(s) address without a slash at the end")
  String publicUrl();

  /** Where whoever follows a link is led, a path of the public address. */
  @WithDefault("/signup")
  @Pattern(
      regexp = "/[^\\s?#]*",
      message = "dakenh.referral.sign-up-path must be a path that begins with a slash")
  String signUpPath();

  /** Key of the hashes that tell visits from one device or address apart; 32 characters or more. */
  @NotNull
  @Size(min = 32, message = "dakenh.referral.hash-key must have at least 32 characters")
  String hashKey();

  /** How long after following a link a sign-up still counts. */
  @WithDefault("30d")
  @NotNull
  Duration attribution();

  /** How often to look for rewards that waited for a new month, and for what is too old to keep. */
  @WithDefault("1h")
  @NotNull
  Duration sweep();

  /** What a referral earns. */
  Reward reward();

  /** Bounds that tell people from machines. */
  Guards guards();

  /** What a referral earns. */
  interface Reward {
    /** Bonus minutes of the business that brought another. */
    @WithDefault("30")
    @Min(1)
    @Max(6000)
    long referrerMinutes();

    /** Bonus minutes of the business that was brought; 0 for none. */
    @WithDefault("30")
    @Min(0)
    @Max(6000)
    long referredMinutes();

    /** Most a business earns in a month by bringing others; what is beyond waits for the next. */
    @WithDefault("600")
    @Min(1)
    @Max(360_000)
    long monthlyCapMinutes();
  }

  /** Bounds that tell people from machines. */
  interface Guards {
    /** Sign-ups by links from one address within the window that count; the next are refused. */
    @WithDefault("3")
    @Min(1)
    int signUpsPerAddress();

    /** The window. */
    @WithDefault("24h")
    @NotNull
    Duration window();

    /** How many visits of one address a minute are counted. */
    @WithDefault("60")
    @Min(1)
    int clicksPerMinute();
  }
}
