package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.CallFailedException;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Linker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Facebook's login: code, short token, long token, and the Pages a person gave us. */
@ApplicationScoped
class FacebookLinker implements Linker {
  private static final Logger LOG = Logger.getLogger(FacebookLinker.class);

  private final Graph graph;
  private final FacebookPages pages;
  private final ChannelsConfig.Facebook config;
  private final Clock clock;

  @Inject
  FacebookLinker(Graph graph, FacebookPages pages, ChannelsConfig config, Clock clock) {
    this.graph = graph;
    this.pages = pages;
    this.config = config.facebook();
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.FACEBOOK;
  }

  @Override
  public String dialogUrl(String redirectUri, String state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", config.appId().orElseThrow());
    query.put("redirect_uri", redirectUri);
    query.put("state", state);
    query.put("response_type", "code");
    if (config.loginConfigId().isPresent()) {
      query.put("config_id", config.loginConfigId().get());
      query.put("override_default_response_type", "true");
    } else {
      query.put("scope", String.join(",", config.scopes()));
      query.put("auth_type", "rerequest");
    }
    StringBuilder url =
        new StringBuilder(config.dialogUrl())
            .append('/')
            .append(config.version())
            .append("/dialog/oauth");
    char separator = '?';
    for (Map.Entry<String, String> one : query.entrySet()) {
      url.append(separator).append(one.getKey()).append('=').append(Graph.encoded(one.getValue()));
      separator = '&';
    }
    return url.toString();
  }

  @Override
  public Grant exchange(
      String code, String redirectUri, String verifier, @Nullable String account) {
    try {
      JsonNode fresh =
          token(
              Map.of(
                  "client_id",
                  config.appId().orElseThrow(),
                  "client_secret",
                  config.appSecret().orElseThrow(),
                  "redirect_uri",
                  redirectUri,
                  "code",
                  code));
      JsonNode lasting =
          token(
              Map.of(
                  "grant_type", "fb_exchange_token",
                  "client_id", config.appId().orElseThrow(),
                  "client_secret", config.appSecret().orElseThrow(),
                  "fb_exchange_token", Nodes.text(fresh, "access_token", "")));
      String token = Nodes.text(lasting, "access_token", "");
      long seconds = Nodes.number(lasting, "expires_in", 0);
      JsonNode facts = inspect(token);
      Set<String> scopes = new HashSet<>(Nodes.texts(facts, "scopes"));
      List<String> missing =
          FacebookProvider.NEEDED.stream().filter(scope -> !scopes.contains(scope)).toList();
      long dataAccess = Nodes.number(facts, "data_access_expires_at", 0);
      return new Grant(
          Nodes.text(facts, "user_id"),
          token,
          seconds > 0 ? clock.instant().plusSeconds(seconds) : null,
          dataAccess > 0 ? Instant.ofEpochSecond(dataAccess) : null,
          missing,
          pages.of(token, facts));
    } catch (CallFailedException silent) {
      throw new RefusedException("facebook-unreachable");
    }
  }

  private JsonNode token(Map<String, String> parameters) {
    JsonNode answer = graph.get("oauth/access_token", null, parameters).json();
    if (Nodes.text(answer, "access_token") == null) {
      int code = answer.path("error").path("code").asInt();
      LOG.infof("Facebook gave no token: code %d", code);
      throw new RefusedException(code == 0 ? "facebook-answer-unknown" : "facebook-" + code);
    }
    return answer;
  }

  private JsonNode inspect(String token) {
    return graph
        .get(
            "debug_token",
            null,
            Map.of(
                "input_token",
                token,
                "access_token",
                config.appId().orElseThrow() + "|" + config.appSecret().orElseThrow()))
        .json()
        .path("data");
  }

  @Override
  public boolean subscribe(String page, String token) {
    try {
      Answer answer =
          graph.post(
              page + "/subscribed_apps",
              token,
              Map.of("subscribed_fields", String.join(",", config.subscribedFields())));
      if (!answer.json().path("success").asBoolean()) {
        LOG.warnf(
            "page %s was not subscribed: code %s",
            page, answer.json().path("error").path("code").asText());
      }
      return answer.json().path("success").asBoolean();
    } catch (CallFailedException silent) {
      LOG.infof("page %s was not subscribed: %s", page, silent.getMessage());
      return false;
    }
  }

  @Override
  public Optional<Boolean> subscribed(String page, String token) {
    try {
      JsonNode answer = graph.get(page + "/subscribed_apps", token, Map.of()).json();
      if (!answer.path("data").isArray()) {
        return Optional.empty();
      }
      for (JsonNode app : answer.path("data")) {
        if (config.appId().orElse("").equals(Nodes.text(app, "id"))) {
          return Optional.of(
              Nodes.texts(app, "subscribed_fields").containsAll(config.subscribedFields()));
        }
      }
      return Optional.of(false);
    } catch (CallFailedException silent) {
      LOG.debugf("page %s: subscription unknown: %s", page, silent.getMessage());
      return Optional.empty();
    }
  }

  /** Gone Pages, dead tokens and missing permissions end it just as well. */
  @Override
  public boolean unsubscribe(String page, String token) {
    try {
      Answer answer = graph.delete(page + "/subscribed_apps", token);
      JsonNode error = answer.json().path("error");
      if (answer.json().path("success").asBoolean()) {
        return true;
      }
      int code = error.path("code").asInt();
      LOG.infof("page %s was not unsubscribed: code %d", page, code);
      return switch (code) {
        case 190, 803, 10, 200, 210, 102 -> true;
        case 100 -> error.path("error_subcode").asInt() == 33;
        default -> error.path("message").asText().contains("not installed");
      };
    } catch (CallFailedException silent) {
      LOG.infof("page %s was not unsubscribed: %s", page, silent.getMessage());
      return false;
    }
  }
}
