package io.dakenh.devstack.infra;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting for servers that are not our processes. */
final class Patience {
  private Patience() {}

  static void awaitReady(Backend backend, String place, Duration atMost) {
    try {
      Awaitility.await(backend.name())
          .atMost(atMost)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(100))
          .until(backend::ready);
    } catch (ConditionTimeoutException e) {
      throw new InfraException(
          backend.name() + " at " + place + " did not answer within " + atMost.toSeconds() + " s",
          e);
    }
  }
}
