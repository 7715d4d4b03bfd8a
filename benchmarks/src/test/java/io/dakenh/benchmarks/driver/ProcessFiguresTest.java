package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {
  @Test
  void readsTimesThoughTheNameHoldsSpacesAndParentheses() {
    String stat =
        "4711 (postgres: (io) wr) S 1 4711 4711 0 -1 4194560 900 0 0 0 250 50 0 0 20 0 1 0 100";

    assertThat(ProcessFigures.cpuSeconds(stat)).isEqualTo(3.0);
  }

  @Test
  void readsMemoryAndTakesNoneForAKernelThread() {
    assertThat(ProcessFigures.rssKilobytes("Name:\tx\nVmRSS:\t  133132 kB\nThreads:\t9\n"))
        .isEqualTo(133_132);
    assertThat(ProcessFigures.rssKilobytes("Name:\tkworker\n")).isZero();
  }

  @Test
  void measuresThisProcess() {
    ProcessFigures figures = ProcessFigures.of(Set.of(ProcessHandle.current().pid()));

    assertThat(figures.cpuSeconds()).isPositive();
    assertThat(figures.rssKilobytes()).isGreaterThan(10_000);
  }

  @Test
  void saysSoWhenAMeasuredProcessIsGone() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThatThrownBy(() -> ProcessFigures.of(Set.of(ended.pid())))
        .isInstanceOf(IllegalStateException.class);
  }
}
