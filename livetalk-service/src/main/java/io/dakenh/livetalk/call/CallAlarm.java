package io.dakenh.livetalk.call;

import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The bell of the timer of calls; other timers have their own. */
@ApplicationScoped
class CallAlarm {
  private final Alarm alarm;

  @Inject
  CallAlarm(TransactionSynchronizationRegistry transaction) {
    this.alarm = new Alarm(transaction);
  }

  void ringAfterCommit() {
    alarm.ringAfterCommit();
  }

  Alarm bell() {
    return alarm;
  }
}
