package io.dakenh.channels.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.facebook.FacebookGraphClient.DebugTokenAnswer;
import io.dakenh.channels.facebook.FacebookGraphClient.GranularScope;
import io.dakenh.channels.facebook.FacebookGraphClient.GraphError;
import io.dakenh.channels.facebook.FacebookGraphClient.TokenFacts;
import io.dakenh.channels.provider.TokenVerdict;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = "CHN-6")
class FacebookProviderTest {
  private static final List<String> ALL =
      List.of(
          "pages_messaging", "pages_manage_metadata", "pages_read_engagement", "pages_show_list");

  @Inject ChannelsConfig config;

  @Test
  void worksWhenEveryScopeCoversThePage() {
    TokenFacts facts =
        new TokenFacts(
            true,
            ALL,
            List.of(
                new GranularScope("pages_messaging", List.of("9", "10")),
                new GranularScope("pages_show_list", null)),
            null);
    assertThat(FacebookProvider.verdict("9", new DebugTokenAnswer(facts)))
        .isEqualTo(new TokenVerdict.Works());
  }

  @Test
  void namesScopesThatDoNotCoverThePage() {
    TokenFacts facts =
        new TokenFacts(
            true,
            ALL.subList(0, 3),
            List.of(new GranularScope("pages_messaging", List.of("10"))),
            null);
    assertThat(FacebookProvider.verdict("9", new DebugTokenAnswer(facts)))
        .isEqualTo(
            new TokenVerdict.LacksPermissions(List.of("pages_messaging", "pages_show_list")));
  }

  @Test
  void buriesADeadToken() {
    TokenFacts facts = new TokenFacts(false, List.of(), null, new GraphError(190, 460, "t"));
    assertThat(FacebookProvider.verdict("9", new DebugTokenAnswer(facts)))
        .isEqualTo(new TokenVerdict.Dead("facebook-190"));
  }

  @Test
  void learnsNothingFromAnEmptyAnswer() {
    assertThat(FacebookProvider.verdict("9", new DebugTokenAnswer(null)))
        .isEqualTo(new TokenVerdict.Unknown("facebook-answer-unknown"));
  }

  @Test
  void learnsNothingFromSilence() throws IOException {
    FacebookProvider provider = new FacebookProvider(towardsNobody(), config);
    assertThat(provider.reachable()).isFalse();
    assertThat(provider.inspect("9", "token"))
        .isEqualTo(new TokenVerdict.Unknown("facebook-unreachable"));
  }

  private static FacebookGraphClient towardsNobody() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return QuarkusRestClientBuilder.newBuilder()
          .baseUri(URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/fb"))
          .build(FacebookGraphClient.class);
    }
  }
}
