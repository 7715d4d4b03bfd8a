package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally(2);

  @Test
  void countsWhatIsLostRepeatedAndOutOfOrder() {
    for (int i = 0; i < 4; i++) {
      tally.sending(0);
    }
    assertThat(tally.sending(1)).isEqualTo(1);

    assertThat(tally.arrived(0, 1)).isTrue();
    assertThat(tally.arrived(0, 3)).isTrue();
    assertThat(tally.arrived(0, 2)).isTrue();
    assertThat(tally.arrived(0, 3)).isFalse();
    assertThat(tally.arrived(1, 1)).isTrue();

    assertThat(tally.sent()).isEqualTo(5);
    assertThat(tally.received()).isEqualTo(4);
    assertThat(tally.missing()).isEqualTo(1);
    assertThat(tally.duplicated()).isEqualTo(1);
    assertThat(tally.reordered()).isEqualTo(1);
  }
}
