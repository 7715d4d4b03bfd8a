package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentilesAreExactRanksWhateverTheOrder() {
    Latencies latencies = new Latencies();
    for (int i = 100; i >= 1; i--) {
      latencies.add(i * 1_000L);
    }

    assertThat(latencies.micros(50)).isEqualTo(50);
    assertThat(latencies.micros(90)).isEqualTo(90);
    assertThat(latencies.micros(99)).isEqualTo(99);
    assertThat(latencies.micros(99.5)).isEqualTo(100);
    assertThat(latencies.micros(100)).isEqualTo(100);
    assertThat(latencies.micros(0)).isEqualTo(1);
  }

  @Test
  void oneValueIsEveryPercentile() {
    Latencies latencies = new Latencies();
    latencies.add(7_500);

    assertThat(latencies.micros(50)).isEqualTo(7.5);
    assertThat(latencies.micros(99)).isEqualTo(7.5);
  }

  @Test
  void nothingMeasuredIsNotZero() {
    assertThat(new Latencies().micros(50)).isNaN();
  }

  @Test
  void growsBeyondItsFirstCapacity() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 200_000; i++) {
      latencies.add(i);
    }

    assertThat(latencies.count()).isEqualTo(200_000);
    assertThat(latencies.micros(100)).isEqualTo(199.999);
  }
}
