package io.dakenh.config;

import io.dakenh.platform.mail.SmtpSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of this service, all below {@code dakenh.config}; checked at start-up. */
@ConfigMapping(prefix = "dakenh.config")
public interface ServiceSettings {
  /** The identity server. */
  Keycloak keycloak();

  /**
   * Key of the hashes that tell whether two businesses belong to one owner; 32 characters or more.
   * A change makes owners who signed up before unrecognisable.
   */
  @NotBlank
  @Size(min = 32, message = "dakenh.config.owner-hash-key must have at least 32 characters")
  String ownerHashKey();

  /** How often to look for work a dead process left; everything else is done at once. */
  @WithDefault("10s")
  Duration sweep();

  /** The public widget documents kept in memory. */
  Bootstrap bootstrap();

  /** Uploads. */
  Media media();

  /** Mail to people. */
  @Valid
  Mail mail();

  /** Businesses that register themselves. */
  @Valid
  SignUp signUp();

  /** Mail to people. */
  interface Mail extends SmtpSettings {
    /** How often to look for mail that could not be sent. */
    @WithDefault("5s")
    Duration sweep();
  }

  /** Businesses that register themselves. */
  interface SignUp {
    /** Whether anybody may; otherwise only operators create businesses. */
    @WithDefault("true")
    boolean open();

    /** Public address of the suite without a slash at the end; links in letters begin with it. */
    @Pattern(
        regexp = "https?://[^/\\s]+(/[^/\\s]+)*",
        message =
            "dakenh.config.sign-up.public-url must be an http(s) address without a slash at the end")
    String publicUrl();

    /** How long the link in the letter may be followed. */
    @WithDefault("24h")
    @DurationMin(minutes = 5)
    @DurationMax(days = 30)
    Duration linkValid();

    /** How long people who were invited may take. */
    @WithDefault("7d")
    @DurationMin(minutes = 5)
    @DurationMax(days = 60)
    Duration invitationValid();

    /** How many sign-ups one address may send in an hour. */
    @WithDefault("20")
    @Min(1)
    int perHour();

    /** Shortest time between two letters to one person. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration letterPause();

    /**
     * Domains of throw-away mailboxes beside those that are known, one a line, as public lists are
     * kept; {@code #} begins a comment.
     */
    Optional<Path> disposableDomains();
  }

  /** Uploads. */
  interface Media {
    /** How often to look for uploads that nothing names any more. */
    @WithDefault("10m")
    Duration sweep();
  }

  /** How to reach Keycloak. */
  interface Keycloak {
    /** Base address, without the realm. */
    @NotBlank
    String url();

    /** Secret of the client {@code dakenh-config-service}. */
    @NotBlank
    String clientSecret();
  }

  /** Bounds of the cache of widget documents. */
  interface Bootstrap {
    /** Bytes of rendered documents kept in memory; the least used go first. */
    @WithDefault("33554432")
    @Min(1_048_576)
    long cacheMaxBytes();

    /** How many unknown keys are remembered as unknown. */
    @WithDefault("10000")
    @Min(1)
    long unknownMaxKeys();

    /** How many keys that nobody has one address may try in a minute. */
    @WithDefault("120")
    @Min(1)
    int unknownPerMinute();
  }
}
