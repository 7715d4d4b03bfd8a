package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.IceView.Server;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The STUN and TURN servers a browser may use, with credentials made for one person and call that
 * end by themselves: user name {@code <end>:<call>.<person>}, password its HMAC-SHA1 with the
 * secret shared with the TURN server (draft-uberti-behave-turn-rest-00, coturn's {@code
 * use-auth-secret}).
 */
@Startup
@ApplicationScoped
class IceServers {
  private static final String ALGORITHM = "HmacSHA1";
  private static final String EVERYBODY = "*";

  private final LivetalkConfig.Calls config;
  private final Clock clock;

  @Inject
  IceServers(LivetalkConfig config, Clock clock) {
    this.config = config.calls();
    this.clock = clock;
    if (this.config.turnUrls().isPresent() != this.config.turnSecret().isPresent()) {
      throw new IllegalArgumentException(
          "dakenh.livetalk.calls.turn-urls and dakenh.livetalk.calls.turn-secret go together");
    }
    if (this.config.relayOnly().isPresent() && this.config.turnUrls().isEmpty()) {
      throw new IllegalArgumentException(
          "dakenh.livetalk.calls.relay-only needs dakenh.livetalk.calls.turn-urls");
    }
  }

  /** For one person and call. */
  IceView of(UUID tenantId, UUID callId, UUID personId) {
    List<Server> servers = new ArrayList<>();
    config.stunUrls().ifPresent(urls -> servers.add(new Server(urls, null, null)));
    Instant end = clock.instant().plus(config.turnLifetime()).truncatedTo(ChronoUnit.SECONDS);
    config
        .turnUrls()
        .ifPresent(
            urls -> servers.add(turn(urls, end.getEpochSecond() + ":" + callId + "." + personId)));
    return new IceView(servers, relayOnly(tenantId), config.turnUrls().isPresent() ? end : null);
  }

  private Server turn(List<String> urls, String username) {
    return new Server(urls, username, password(config.turnSecret().orElseThrow(), username));
  }

  private boolean relayOnly(UUID tenantId) {
    return config
        .relayOnly()
        .map(tenants -> tenants.contains(EVERYBODY) || tenants.contains(tenantId.toString()))
        .orElse(Boolean.FALSE);
  }

  static String password(String secret, String username) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA1", impossible);
    }
  }
}
