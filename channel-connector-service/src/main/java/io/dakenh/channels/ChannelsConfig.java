package io.dakenh.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of this service, prefix {@code dakenh.channels}. */
@ConfigMapping(prefix = "dakenh.channels")
public interface ChannelsConfig {
  /** Key that seals tokens: 32 random bytes in base64. */
  String tokenKey();

  /** Former keys, which still open what they sealed. */
  Optional<List<String>> previousTokenKeys();

  /** How long the answer to "is the provider reachable" is good for. */
  @WithDefault("15s")
  @NotNull
  Duration probeKeep();

  /** How often each linked channel's token is checked with its provider. */
  @WithDefault("24h")
  @NotNull
  Duration checkEvery();

  /** When a check that got no answer is tried again. */
  @WithDefault("10m")
  @NotNull
  Duration checkAgain();

  /** How often to look for channels due for a check, at the latest. */
  @WithDefault("30s")
  @NotNull
  Duration checkLook();

  /** Facebook Graph. */
  Facebook facebook();

  /** Zalo Official Account. */
  Zalo zalo();

  /** Our app at Facebook. */
  interface Facebook {
    /** Base address of the Graph API. */
    @WithDefault("https://graph.facebook.com")
    @NotBlank
    String graphUrl();

    /** Graph API version all calls name. */
    @WithDefault("v25.0")
    @Pattern(regexp = "v\\d+\\.\\d+", message = "dakenh.channels.facebook.version is like v25.0")
    String version();

    /** App id from the dashboard; without it nothing can be linked. */
    Optional<String> appId();

    /** App secret from the dashboard. */
    Optional<String> appSecret();
  }

  /** Our app at Zalo. */
  interface Zalo {
    /** Base address of the permission dialog and the token endpoint. */
    @WithDefault("https://oauth.zaloapp.com")
    @NotBlank
    String oauthUrl();

    /** Base address of the OA API. */
    @WithDefault("https://openapi.zalo.me")
    @NotBlank
    String apiUrl();

    /** App id from the developer console; without it nothing can be linked. */
    Optional<String> appId();

    /** App secret key. */
    Optional<String> appSecret();
  }
}
