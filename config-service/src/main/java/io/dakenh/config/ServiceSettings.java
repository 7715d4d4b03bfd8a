package io.dakenh.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;

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
