package io.dakenh.channels.zalo;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Provider;
import io.dakenh.channels.provider.TokenVerdict;
import io.dakenh.channels.zalo.ZaloOpenApiClient.Oa;
import io.dakenh.channels.zalo.ZaloOpenApiClient.OaAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Zalo. */
@ApplicationScoped
class ZaloProvider implements Provider {
  private static final Logger LOG = Logger.getLogger(ZaloProvider.class);

  /** Invalid or expired: a renewed one may be taken. */
  private static final Set<Integer> EXPIRED = Set.of(-124, -216, -220);

  /** Removed, revoked: only a new login helps. */
  private static final Set<Integer> DEAD = Set.of(-204, -205, -219);

  /** The OA has not granted an API, or its package lacks it. */
  private static final Set<Integer> LACKING = Set.of(-223, -224);

  private final ZaloOauthClient oauth;
  private final ZaloOpenApiClient api;
  private final ChannelsConfig.Zalo config;

  @Inject
  ZaloProvider(
      @RestClient ZaloOauthClient oauth, @RestClient ZaloOpenApiClient api, ChannelsConfig config) {
    this.oauth = oauth;
    this.api = api;
    this.config = config.zalo();
  }

  @Override
  public Kind kind() {
    return Kind.ZALO;
  }

  @Override
  public boolean configured() {
    return config.appId().isPresent() && config.appSecret().isPresent();
  }

  /** Both hosts must answer; what they answer to nothing does not matter. */
  @Override
  public boolean reachable() {
    return answers("token endpoint", () -> oauth.token("none", "none", "refresh_token", "none"))
        && answers("OA API", () -> api.getOa("none", null));
  }

  @Override
  public TokenVerdict inspect(String oaId, String accessToken) {
    if (!configured()) {
      return new TokenVerdict.Unknown("zalo-not-configured");
    }
    try {
      return verdict(oaId, api.getOa(accessToken, proof(accessToken)));
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      return status == 401
          ? new TokenVerdict.Dead("zalo-http-401")
          : new TokenVerdict.Unknown("zalo-http-" + status);
    } catch (ProcessingException silent) {
      LOG.infof("Zalo does not answer: %s", silent.getMessage());
      return new TokenVerdict.Unknown("zalo-unreachable");
    }
  }

  static TokenVerdict verdict(String oaId, OaAnswer answer) {
    String code = "zalo" + answer.error();
    if (EXPIRED.contains(answer.error())) {
      return new TokenVerdict.Expired(code);
    }
    if (DEAD.contains(answer.error())) {
      return new TokenVerdict.Dead(code);
    }
    if (LACKING.contains(answer.error())) {
      return new TokenVerdict.LacksPermissions(List.of("oa-api"));
    }
    if (answer.error() != 0) {
      return new TokenVerdict.Unknown(code);
    }
    Oa oa = answer.data();
    return oa != null && oaId.equals(oa.id())
        ? new TokenVerdict.Works()
        : new TokenVerdict.Dead("zalo-other-oa");
  }

  private static boolean answers(String what, Runnable call) {
    try {
      call.run();
      return true;
    } catch (WebApplicationException answered) {
      LOG.tracef("Zalo's %s answered %d", what, answered.getResponse().getStatus());
      return true;
    } catch (ProcessingException silent) {
      LOG.infof("Zalo's %s does not answer: %s", what, silent.getMessage());
      return false;
    }
  }

  /** Proof that the token is in the hands of the app it was made for. */
  private String proof(String accessToken) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              config.appSecret().orElseThrow().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(accessToken.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC-SHA256", impossible);
    }
  }
}
