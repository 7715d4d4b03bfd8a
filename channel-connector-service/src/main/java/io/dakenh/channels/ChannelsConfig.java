package io.dakenh.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
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

  /** The origin browsers and providers reach us at. */
  @WithDefault("${dakenh.public-url:http://localhost:8080}")
  @NotBlank
  String publicUrl();

  /** Where livetalk-service answers inside; files of agents are fetched there. */
  @WithDefault("http://localhost:8082")
  @NotBlank
  String livetalkUrl();

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

  /** How long a person may take in a provider's dialog. */
  @WithDefault("10m")
  @NotNull
  Duration linkWithin();

  /** Taking deliveries. */
  Webhooks webhooks();

  /** Copies of files. */
  Media media();

  /** Sending. */
  Outbound outbound();

  /** Facebook Graph. */
  Facebook facebook();

  /** Zalo Official Account. */
  Zalo zalo();

  /** Taking deliveries. */
  interface Webhooks {
    /** What is not stored in this time is answered with 503; Zalo waits for two seconds. */
    @WithDefault("1500ms")
    @NotNull
    Duration answerWithin();

    /** How many deliveries may wait to be stored. */
    @WithDefault("20000")
    @Min(1)
    int queue();

    /** Largest body in bytes. */
    @WithDefault("1048576")
    @Min(1024)
    int bodyLimit();

    /** How long keys of events are kept to recognise them again; Facebook repeats for 36 hours. */
    @WithDefault("7d")
    @NotNull
    Duration keepKeys();
  }

  /** Copies of files. */
  interface Media {
    /** Key that signs addresses of copies; made from the token key when it is not set. */
    Optional<String> linkKey();

    /** How long a copy is kept and its address good; longer than the topics keep events. */
    @WithDefault("8d")
    @NotNull
    Duration keep();

    /** Largest file in bytes. */
    @WithDefault("26214400")
    @Min(1024)
    long sizeLimit();

    /** How long a message waits for its files. */
    @WithDefault("15s")
    @NotNull
    Duration patience();

    /** {@code host:port} of servers that may be asked although they are in a private network. */
    Optional<List<String>> privateHosts();
  }

  /** Sending. */
  interface Outbound {
    /** How many threads are worked on at once, per direction. */
    @WithDefault("16")
    @Min(1)
    int workers();

    /** How often to look for threads that are due, at the latest. */
    @WithDefault("1s")
    @NotNull
    Duration look();

    /** How long one thread is ours; longer than any single call. */
    @WithDefault("60s")
    @NotNull
    Duration lease();

    /** How long to wait for the echo of a message whose answer was lost. */
    @WithDefault("60s")
    @NotNull
    Duration echoWait();

    /** First pause after a failure that may pass; doubles up to a minute. */
    @WithDefault("1s")
    @NotNull
    Duration firstPause();

    /** How often a failure that the provider calls passing is tried again. */
    @WithDefault("5")
    @Min(1)
    int tries();

    /** How long a message is tried while the provider does not answer. */
    @WithDefault("2h")
    @NotNull
    Duration giveUpAfter();
  }

  /** Our app at Facebook. */
  interface Facebook {
    /** Base address of the login dialog. */
    @WithDefault("https://www.facebook.com")
    @NotBlank
    String dialogUrl();

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

    /** What Facebook shows us when it verifies the webhook address. */
    Optional<String> verifyToken();

    /** Facebook Login for Business: the configuration that replaces the scopes. */
    Optional<String> loginConfigId();

    /** Permissions the dialog asks for. */
    @WithDefault(
        "pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement,"
            + "business_management,pages_read_user_content,pages_manage_engagement")
    List<String> scopes();

    /** Events a linked Page sends us. */
    @WithDefault(
        "messages,messaging_postbacks,message_deliveries,message_reads,message_echoes,"
            + "message_reactions,message_edits,messaging_referrals,feed")
    List<String> subscribedFields();

    /** Whether our app may use the Human Agent tag. */
    @WithDefault("true")
    boolean humanAgent();

    /** How long anything may be sent after the customer wrote. */
    @WithDefault("24h")
    @NotNull
    Duration window();

    /** How long an agent may answer with the Human Agent tag. */
    @WithDefault("7d")
    @NotNull
    Duration humanWindow();
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

    /** OA secret key, which signs deliveries. */
    Optional<String> oaSecret();

    /** How long messages are free after the customer wrote. */
    @WithDefault("48h")
    @NotNull
    Duration window();

    /** How long messages may be sent at the OA's cost. */
    @WithDefault("7d")
    @NotNull
    Duration chargedWindow();

    /** Calls per second and OA. */
    @WithDefault("10")
    @Min(1)
    int ratePerSecond();

    /** A token is renewed when less than this is left. */
    @WithDefault("2h")
    @NotNull
    Duration refreshBefore();

    /** How often to look for tokens to renew. */
    @WithDefault("30m")
    @NotNull
    Duration refreshLook();

    /** When a refresh without an answer is tried once more. */
    @WithDefault("5s")
    @NotNull
    Duration refreshAgain();
  }
}
