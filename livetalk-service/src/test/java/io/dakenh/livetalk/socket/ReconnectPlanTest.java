package io.dakenh.livetalk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReconnectPlanTest {
  private final ReconnectPlan plan = new ReconnectPlan(Duration.ofSeconds(20), 100);

  private Map<Long, Long> perSecond(int sockets) {
    return Arrays.stream(plan.delays(sockets))
        .mapToObj(delay -> delay / 1_000)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void a_crowd_comes_back_over_ten_seconds_and_more_and_evenly() {
    assertThat(perSecond(1_200)).hasSize(12).allSatisfy(this::isAboutAHundred);
    assertThat(Arrays.stream(plan.delays(1_200)).max().orElseThrow()).isBetween(11_980L, 12_000L);
  }

  private void isAboutAHundred(long second, long sockets) {
    assertThat(sockets).isBetween(98L, 102L);
  }

  @Test
  void nobody_stays_away_longer_than_the_longest_time() {
    assertThat(perSecond(50_000)).hasSize(20);
    assertThat(Arrays.stream(plan.delays(50_000))).allMatch(delay -> delay < 20_000);
  }

  @Test
  void a_few_come_back_at_once() {
    assertThat(Arrays.stream(plan.delays(1))).hasSize(1).allMatch(delay -> delay < 250);
    assertThat(Arrays.stream(plan.delays(10))).hasSize(10).allMatch(delay -> delay < 250);
    assertThat(plan.delays(0)).isEmpty();
  }

  @Test
  void whoever_is_named_first_comes_back_first() {
    long[] delays = plan.delays(500);

    assertThat(delays).isSorted();
  }
}
