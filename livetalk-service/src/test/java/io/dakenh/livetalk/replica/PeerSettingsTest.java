package io.dakenh.livetalk.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.livetalk.LivetalkConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong is named by its key before anything starts. */
class PeerSettingsTest {
  private static LivetalkConfig config(Map<String, String> values) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(LivetalkConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValue(
                "dakenh.livetalk.visitor-token.key", "0123456789abcdef0123456789abcdef")
            .withDefaultValue(
                "dakenh.livetalk.attachments.link-key", "0123456789abcdef0123456789abcdef")
            .withDefaultValue("dakenh.livetalk.identify.key", "0123456789abcdef0123456789abcdef")
            .withDefaultValues(values)
            .build();
    return config.getConfigMapping(LivetalkConfig.class);
  }

  @Test
  void withoutPeersAReplicaIsAlone() {
    assertThat(PeerSettings.of(config(Map.of()))).isEmpty();
  }

  @Test
  void peersNeedASecret() {
    LivetalkConfig config = config(Map.of("dakenh.livetalk.peers", "livetalk-peers:8092"));
    assertThatThrownBy(() -> PeerSettings.of(config))
        .hasMessageContaining("dakenh.livetalk.peer.secret");
  }

  @Test
  void portsHaveToBePorts() {
    LivetalkConfig config = config(Map.of("dakenh.livetalk.peers", "a:8092,b:70000"));
    assertThatThrownBy(() -> PeerSettings.of(config))
        .hasMessageContaining("dakenh.livetalk.peers")
        .hasMessageContaining("b:70000");
  }

  @Test
  void namesAndSecretMakeANetwork() {
    PeerSettings settings =
        PeerSettings.of(
                config(
                    Map.of(
                        "dakenh.livetalk.peers",
                        "a:8092,b:8093",
                        "dakenh.livetalk.peer.secret",
                        Replica.SECRET)))
            .orElseThrow();
    assertThat(settings.addresses()).containsExactly("a:8092", "b:8093");
    assertThat(settings.secret()).isEqualTo(Replica.SECRET);
    assertThat(settings.port()).isEqualTo(8092);
  }
}
