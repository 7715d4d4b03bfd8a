package io.dakenh.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.benchmarks.driver.Load;
import io.dakenh.benchmarks.driver.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void ratiosAreOfEachPairBeforeTheMedianIsTaken() {
    List<RunResult> limit =
        List.of(run("durable relay", 100), run("durable relay", 200), run("durable relay", 400));
    List<RunResult> suite = List.of(run("suite", 300), run("suite", 300), run("suite", 400));

    Comparison comparison = Comparison.of(limit, suite);

    assertThat(comparison.latencyP50Ratio()).isEqualTo(new Spread(1.5, 1, 3));
  }

  @Test
  void aReportComparesTheSuiteWithTheDurableRelayOnly() {
    Load load = Load.rate(500, 10, 1_000, 3, 10);

    ChatReport report =
        ChatReport.of(
            "rate", load, List.of(run("relay", 50), run("durable relay", 100), run("suite", 150)));
    ChatReport alone = ChatReport.of("rate", load, List.of(run("durable relay", 100)));

    assertThat(report.suiteToDurableRelay()).isNotNull();
    assertThat(report.suiteToDurableRelay().latencyP50Ratio().median()).isEqualTo(1.5);
    assertThat(report.lines()).hasSize(8);
    assertThat(alone.suiteToDurableRelay()).isNull();
  }

  @Test
  void spreadOfAnEvenNumberIsTheMiddleOfTheTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesUnevenPairs() {
    assertThatThrownBy(() -> Comparison.of(List.of(run("durable relay", 1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RunResult run(String target, double p50) {
    return new RunResult(
        target, 10, 10, 10, 0, 0, 0, p50, p50 * 2, p50 * 3, p50 * 4, 1, 1_000, 0.01, 1_024);
  }
}
