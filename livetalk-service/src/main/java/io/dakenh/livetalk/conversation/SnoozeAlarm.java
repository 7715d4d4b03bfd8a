package io.dakenh.livetalk.conversation;

import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The bell of the timer of snoozed conversations; automatic messages have their own. */
@ApplicationScoped
class SnoozeAlarm {
  private final Alarm alarm;

  @Inject
  SnoozeAlarm(TransactionSynchronizationRegistry transaction) {
    this.alarm = new Alarm(transaction);
  }

  void ringAfterCommit() {
    alarm.ringAfterCommit();
  }

  Alarm bell() {
    return alarm;
  }
}
