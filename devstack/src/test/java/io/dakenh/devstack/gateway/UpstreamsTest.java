package io.dakenh.devstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamsTest {
  @Test
  void letsReplicasTakeTurns() {
    Upstreams upstreams = Upstreams.parse(List.of("livetalk=127.0.0.1:8082,127.0.0.1:9082"));
    Set<Integer> first = new HashSet<>();

    for (int i = 0; i < 2; i++) {
      List<SocketAddress> order = upstreams.inTurn("livetalk");
      assertThat(order).hasSize(2);
      first.add(order.getFirst().port());
    }

    assertThat(first).containsExactlyInAnyOrder(8082, 9082);
  }

  @Test
  void knowsNothingOfOtherParts() {
    assertThat(Upstreams.parse(List.of("config=127.0.0.1:1")).inTurn("billing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "=127.0.0.1:1", "config=127.0.0.1", "config=127.0.0.1:x"})
  void namesAnEntryItCannotRead(String entry) {
    assertThatThrownBy(() -> Upstreams.parse(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(entry);
  }
}
