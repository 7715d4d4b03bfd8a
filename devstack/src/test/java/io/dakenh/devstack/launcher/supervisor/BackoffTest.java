package io.dakenh.devstack.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "7, 6400", "8, 10000", "500, 10000"})
  void waitsTwiceAsLongAfterEachDeathUpToALimit(int deaths, long millis) {
    assertThat(Backoff.USUAL.before(deaths)).isEqualTo(Duration.ofMillis(millis));
  }
}
