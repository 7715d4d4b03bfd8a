package io.dakenh.channels.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long STEP = 100_000_000;

  private final Pace pace = new Pace(10);
  private final UUID account = UUID.randomUUID();

  @Test
  void whoComesBackWhenToldToMayGo() {
    assertThat(pace.take(account, 0)).isEqualTo(Duration.ZERO);
    Duration wait = pace.take(account, 1);
    assertThat(wait).isEqualTo(Duration.ofNanos(STEP - 1));
    assertThat(pace.take(account, 1 + wait.toNanos())).isEqualTo(Duration.ZERO);
  }

  @Test
  void accountsDoNotWaitForEachOther() {
    assertThat(pace.take(account, 0)).isEqualTo(Duration.ZERO);
    assertThat(pace.take(UUID.randomUUID(), 0)).isEqualTo(Duration.ZERO);
  }

  @Test
  void timeThatWrapsAroundIsNoObstacle() {
    assertThat(pace.take(account, Long.MAX_VALUE)).isEqualTo(Duration.ZERO);
    assertThat(pace.take(account, Long.MAX_VALUE + 2 * STEP)).isEqualTo(Duration.ZERO);
  }
}
