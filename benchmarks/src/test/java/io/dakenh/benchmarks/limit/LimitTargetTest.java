package io.dakenh.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.benchmarks.driver.ChatDriver;
import io.dakenh.benchmarks.driver.IdleDriver;
import io.dakenh.benchmarks.driver.IdleResult;
import io.dakenh.benchmarks.driver.Load;
import io.dakenh.benchmarks.driver.RunResult;
import io.dakenh.benchmarks.driver.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTargetTest {
  @TempDir Path folder;

  @Test
  void theDurableRelayDeliversEachMessageOnceAndInOrder() {
    try (Target target = LimitTarget.durableRelay(folder)) {
      RunResult open = ChatDriver.run(target, Load.rate(10, 3, 200, 0, 1));
      RunResult closed = ChatDriver.run(target, Load.closed(4, 2, 2, 0, 1));

      assertThat(open.sent()).isBetween(130L, 280L);
      assertFlawless(open);
      assertThat(closed.sent()).isGreaterThan(8);
      assertFlawless(closed);
    }
  }

  @Test
  void idleSocketsAreCountedAndKept() {
    try (Target target = LimitTarget.relay(folder)) {
      IdleResult idle = IdleDriver.run(target, 50, 1);

      assertThat(idle.sockets()).isEqualTo(50);
      assertThat(idle.cpuMicrosPerSocketSecond()).isNotNegative();
    }
  }

  private static void assertFlawless(RunResult run) {
    assertThat(run.received()).isEqualTo(run.sent());
    assertThat(run.lost()).isZero();
    assertThat(run.duplicated()).isZero();
    assertThat(run.reordered()).isZero();
    assertThat(run.latencyP50Micros()).isPositive().isLessThanOrEqualTo(run.latencyMaxMicros());
  }
}
