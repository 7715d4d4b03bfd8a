package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final int COUNT = 100_000;

  @Test
  void keepsTheRateAndIsAsIrregularAsPoisson() {
    Arrivals arrivals = new Arrivals(1_000, 1);
    double sum = 0;
    double squares = 0;
    int longGaps = 0;
    long last = 0;
    for (int i = 0; i < COUNT; i++) {
      double gapMillis = (arrivals.next() - last) / 1e6;
      assertThat(gapMillis).isNotNegative();
      sum += gapMillis;
      squares += gapMillis * gapMillis;
      longGaps += gapMillis > 1 ? 1 : 0;
      last = arrivals.next();
      arrivals.advance();
    }

    double mean = sum / COUNT;
    assertThat(mean).isCloseTo(1, within(0.02));
    // Exponential gaps: the deviation equals the mean, and 1/e of them are longer than it.
    assertThat(Math.sqrt(squares / COUNT - mean * mean)).isCloseTo(1, within(0.03));
    assertThat(longGaps / (double) COUNT).isCloseTo(1 / Math.E, within(0.01));
  }

  @Test
  void theSameSeedIsTheSameSchedule() {
    Arrivals first = new Arrivals(500, 42);
    Arrivals second = new Arrivals(500, 42);
    for (int i = 0; i < 1_000; i++) {
      assertThat(first.next()).isEqualTo(second.next());
      first.advance();
      second.advance();
    }
  }
}
