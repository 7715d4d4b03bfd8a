package io.dakenh.channels.facebook;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.facebook.FacebookGraphClient.DebugTokenAnswer;
import io.dakenh.channels.facebook.FacebookGraphClient.GranularScope;
import io.dakenh.channels.facebook.FacebookGraphClient.TokenFacts;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Provider;
import io.dakenh.channels.provider.TokenVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Facebook. */
@ApplicationScoped
class FacebookProvider implements Provider {
  private static final Logger LOG = Logger.getLogger(FacebookProvider.class);

  /** What a Page's token must allow. */
  static final List<String> NEEDED =
      List.of(
          "pages_messaging", "pages_manage_metadata", "pages_read_engagement", "pages_show_list");

  private final FacebookGraphClient graph;
  private final ChannelsConfig.Facebook config;

  @Inject
  FacebookProvider(@RestClient FacebookGraphClient graph, ChannelsConfig config) {
    this.graph = graph;
    this.config = config.facebook();
  }

  @Override
  public Kind kind() {
    return Kind.FACEBOOK;
  }

  @Override
  public boolean configured() {
    return config.appId().isPresent() && config.appSecret().isPresent();
  }

  /** Any answer will do, also "this token is nothing". */
  @Override
  public boolean reachable() {
    try {
      graph.debugToken(config.version(), "none", "none");
      return true;
    } catch (GraphApiException answered) {
      LOG.tracef("Graph answered: %s", answered.getMessage());
      return true;
    } catch (ProcessingException silent) {
      LOG.infof("Graph does not answer: %s", silent.getMessage());
      return false;
    }
  }

  @Override
  public TokenVerdict inspect(String pageId, String accessToken) {
    if (!configured()) {
      return new TokenVerdict.Unknown("facebook-not-configured");
    }
    try {
      return verdict(pageId, graph.debugToken(config.version(), accessToken, appToken()));
    } catch (GraphApiException refused) {
      LOG.warnf("Graph refused to inspect a token: %s", refused.getMessage());
      return new TokenVerdict.Unknown(refused.code());
    } catch (ProcessingException silent) {
      LOG.infof("Graph does not answer: %s", silent.getMessage());
      return new TokenVerdict.Unknown("facebook-unreachable");
    }
  }

  static TokenVerdict verdict(String pageId, DebugTokenAnswer answer) {
    TokenFacts facts = answer.data();
    if (facts == null) {
      return new TokenVerdict.Unknown("facebook-answer-unknown");
    }
    if (!facts.valid()) {
      return new TokenVerdict.Dead(
          facts.error() == null ? "facebook-190" : "facebook-" + facts.error().code());
    }
    List<String> missing = NEEDED.stream().filter(scope -> !granted(facts, scope, pageId)).toList();
    return missing.isEmpty()
        ? new TokenVerdict.Works()
        : new TokenVerdict.LacksPermissions(missing);
  }

  private static boolean granted(TokenFacts facts, String scope, String pageId) {
    if (facts.scopes() == null || !facts.scopes().contains(scope)) {
      return false;
    }
    if (facts.granularScopes() == null) {
      return true;
    }
    return facts.granularScopes().stream()
        .filter(granular -> granular.scope().equals(scope))
        .map(GranularScope::targetIds)
        .allMatch(ids -> ids == null || ids.isEmpty() || ids.contains(pageId));
  }

  private String appToken() {
    return config.appId().orElseThrow() + "|" + config.appSecret().orElseThrow();
  }
}
