package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Wakes snoozed conversations; any replica may wake any of them. */
@ApplicationScoped
class SnoozeTimer implements DueTimer.Work {
  private static final int BATCH = 64;

  private final Snoozes snoozes;
  private final DueTimer timer;

  @Inject
  SnoozeTimer(Snoozes snoozes, SnoozeAlarm alarm, LivetalkConfig config) {
    this.snoozes = snoozes;
    this.timer =
        new DueTimer("snooze-timer", alarm.bell(), config.conversations().snoozeSweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    timer.start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    return snoozes.wakeDue(BATCH) > 0;
  }

  @Override
  public Optional<Duration> untilNext() {
    return snoozes.untilNext();
  }
}
