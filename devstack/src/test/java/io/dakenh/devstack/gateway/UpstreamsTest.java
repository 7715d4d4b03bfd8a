package io.dakenh.devstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      List<Upstream> order = upstreams.inTurn("livetalk");
      assertThat(order).hasSize(2);
      first.add(order.getFirst().address().port());
    }

    assertThat(first).containsExactlyInAnyOrder(8082, 9082);
  }

  @Test
  void passesOverWhoIsAwayButTriesThemInTheEnd() {
    Upstreams upstreams = Upstreams.parse(List.of("livetalk=127.0.0.1:8082,127.0.0.1:9082"));
    Upstream away = upstreams.inTurn("livetalk").getFirst();
    away.up(false);

    for (int i = 0; i < 4; i++) {
      assertThat(upstreams.inTurn("livetalk")).hasSize(2).last().isSameAs(away);
      assertThat(upstreams.forSocket("livetalk")).hasSize(2).last().isSameAs(away);
    }
  }

  @Test
  void givesASocketToTheReplicaThatHoldsTheFewest() {
    Upstreams upstreams = Upstreams.parse(List.of("livetalk=127.0.0.1:8082,127.0.0.1:9082"));
    Upstream one = upstreams.forSocket("livetalk").getFirst();
    one.socketOpened();
    one.socketOpened();
    Upstream other = upstreams.forSocket("livetalk").getFirst();
    other.socketOpened();

    assertThat(other).isNotSameAs(one);
    assertThat(upstreams.forSocket("livetalk")).first().isSameAs(other);
    one.socketClosed();
    one.socketClosed();
    assertThat(upstreams.forSocket("livetalk")).first().isSameAs(one);
  }

  @Test
  void asksOnlyPartsThatHaveSubstitutes() {
    assertThat(Upstreams.parse(List.of("config=a:1", "livetalk=b:1,c:1")).withSubstitutes())
        .extracting(upstream -> upstream.address().host())
        .containsExactly("b", "c");
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
