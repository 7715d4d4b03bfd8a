package io.dakenh.channels.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.provider.TokenVerdict;
import io.dakenh.channels.zalo.ZaloOauthClient.TokenAnswer;
import io.dakenh.channels.zalo.ZaloOpenApiClient.Oa;
import io.dakenh.channels.zalo.ZaloOpenApiClient.OaAnswer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Rows(part = "CHN-6")
class ZaloProviderTest {
  @Inject ChannelsConfig config;

  @Test
  void worksForTheAccountItWasMadeFor() {
    assertThat(ZaloProvider.verdict("7", new OaAnswer(0, new Oa("7", "OA", null))))
        .isEqualTo(new TokenVerdict.Works());
    assertThat(ZaloProvider.verdict("7", new OaAnswer(0, new Oa("8", "OA", null))))
        .isEqualTo(new TokenVerdict.Dead("zalo-other-oa"));
    assertThat(ZaloProvider.verdict("7", new OaAnswer(0, null)))
        .isEqualTo(new TokenVerdict.Dead("zalo-other-oa"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-204, -205, -219})
  void asksForANewLogin(int error) {
    assertThat(ZaloProvider.verdict("7", new OaAnswer(error, null)))
        .isEqualTo(new TokenVerdict.Dead("zalo" + error));
  }

  @ParameterizedTest
  @ValueSource(ints = {-124, -216, -220})
  void letsATokenThatIsNotTakenBeRenewed(int error) {
    assertThat(ZaloProvider.verdict("7", new OaAnswer(error, null)))
        .isEqualTo(new TokenVerdict.Expired("zalo" + error));
  }

  @ParameterizedTest
  @ValueSource(ints = {-223, -224})
  void namesWhatIsNotGranted(int error) {
    assertThat(ZaloProvider.verdict("7", new OaAnswer(error, null)))
        .isEqualTo(new TokenVerdict.LacksPermissions(List.of("oa-api")));
  }

  @ParameterizedTest
  @ValueSource(ints = {-32, -209, -242, -1})
  void learnsNothingFromLimitsAndOurOwnFaults(int error) {
    assertThat(ZaloProvider.verdict("7", new OaAnswer(error, null)))
        .isEqualTo(new TokenVerdict.Unknown("zalo" + error));
  }

  @Test
  void learnsNothingFromSilence() throws IOException {
    ZaloProvider provider =
        new ZaloProvider(
            towardsNobody(ZaloOauthClient.class), towardsNobody(ZaloOpenApiClient.class), config);
    assertThat(provider.reachable()).isFalse();
    assertThat(provider.inspect("7", "token"))
        .isEqualTo(new TokenVerdict.Unknown("zalo-unreachable"));
  }

  @Test
  void printsNoToken() {
    assertThat(new TokenAnswer("bí-mật-1", "bí-mật-2", "90000", null).toString())
        .doesNotContain("bí-mật");
  }

  private static <T> T towardsNobody(Class<T> client) throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return QuarkusRestClientBuilder.newBuilder()
          .baseUri(URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/zalo"))
          .build(client);
    }
  }
}
