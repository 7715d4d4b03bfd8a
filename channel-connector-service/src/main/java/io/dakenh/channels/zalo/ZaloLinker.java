package io.dakenh.channels.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.CallFailedException;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Linker;
import io.dakenh.channels.provider.TokenRenewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Zalo's permission dialog, one OA per grant, and its single-use refresh tokens. */
@ApplicationScoped
class ZaloLinker implements Linker, TokenRenewer {
  private static final Logger LOG = Logger.getLogger(ZaloLinker.class);
  private static final long USUAL_SECONDS = 90_000;

  private final ZaloApi api;
  private final ChannelsConfig.Zalo config;
  private final Clock clock;

  @Inject
  ZaloLinker(ZaloApi api, ChannelsConfig config, Clock clock) {
    this.api = api;
    this.config = config.zalo();
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.ZALO;
  }

  @Override
  public String dialogUrl(String redirectUri, String state, String challenge) {
    return config.oauthUrl()
        + "/v4/oa/permission?app_id="
        + ZaloApi.encoded(config.appId().orElseThrow())
        + "&redirect_uri="
        + ZaloApi.encoded(redirectUri)
        + "&code_challenge="
        + challenge
        + "&code_challenge_method=S256&state="
        + ZaloApi.encoded(state);
  }

  @Override
  public Grant exchange(
      String code, String redirectUri, String verifier, @Nullable String account) {
    try {
      JsonNode tokens =
          api.token(
                  Map.of(
                      "code",
                      code,
                      "app_id",
                      config.appId().orElseThrow(),
                      "grant_type",
                      "authorization_code",
                      "code_verifier",
                      verifier))
              .json();
      String access = Nodes.text(tokens, "access_token");
      if (access == null) {
        throw new RefusedException("zalo" + Nodes.text(tokens, "error", "-answer-unknown"));
      }
      JsonNode answer = api.get("/v2.0/oa/getoa", access, ZaloApi.object()).json();
      JsonNode oa = answer.path("data");
      String id = Nodes.text(oa, "oa_id", Nodes.text(oa, "oaid", ""));
      if (answer.path("error").asInt() != 0 || id.isEmpty()) {
        throw new RefusedException("zalo" + answer.path("error").asText("-answer-unknown"));
      }
      if (account != null && !account.equals(id)) {
        throw new RefusedException("zalo-other-oa");
      }
      return new Grant(
          null,
          null,
          null,
          null,
          List.of(),
          List.of(
              new Account(
                  id,
                  Nodes.text(oa, "name", "Zalo OA"),
                  Nodes.text(oa, "avatar"),
                  access,
                  Nodes.text(tokens, "refresh_token"),
                  clock.instant().plusSeconds(seconds(tokens)),
                  null)));
    } catch (CallFailedException silent) {
      throw new RefusedException("zalo-unreachable");
    }
  }

  /** Only the access token means success: refusals come with status 200. */
  @Override
  public Renewal renew(String refreshToken) {
    Answer answer;
    try {
      answer =
          api.token(
              Map.of(
                  "refresh_token",
                  refreshToken,
                  "app_id",
                  config.appId().orElseThrow(),
                  "grant_type",
                  "refresh_token"));
    } catch (CallFailedException silent) {
      return new Renewal.Lost(silent.getMessage(), silent.maybeDone());
    }
    JsonNode tokens = answer.json();
    String access = Nodes.text(tokens, "access_token");
    String refresh = Nodes.text(tokens, "refresh_token");
    if (access != null && refresh != null) {
      return new Renewal.Renewed(access, refresh, seconds(tokens));
    }
    if (tokens.has("error")) {
      LOG.warnf("Zalo refused to renew a token: %s", tokens.path("error").asText());
      return new Renewal.Refused("zalo" + tokens.path("error").asText());
    }
    return new Renewal.Lost("status " + answer.status(), answer.broken());
  }

  private static long seconds(JsonNode tokens) {
    long told = Nodes.number(tokens, "expires_in", USUAL_SECONDS);
    return told > 0 ? told : USUAL_SECONDS;
  }

  /** The webhook is set up per app in Zalo's console: a grant is all it needs. */
  @Override
  public boolean subscribe(String account, String token) {
    return true;
  }

  @Override
  public Optional<Boolean> subscribed(String account, String token) {
    return Optional.empty();
  }

  /** Zalo has no such call; without our tokens its events are dropped. */
  @Override
  public boolean unsubscribe(String account, String token) {
    return true;
  }
}
