package io.dakenh.routing.engine;

/** Why a conversation waits in the queue. */
public enum QueueReason {
  TOTAL_TIME_OVER("total-time-over"),
  NOBODY_ONLINE("nobody-online"),
  /** All who are online have as many conversations as they may. */
  EVERYONE_BUSY("everyone-busy"),
  OUTSIDE_HOURS("outside-hours");

  private final String label;

  QueueReason(String label) {
    this.label = label;
  }

  /** Name in the database and in events. */
  public String label() {
    return label;
  }

  /** From its stored form. */
  public static QueueReason labelled(String label) {
    for (QueueReason reason : values()) {
      if (reason.label.equals(label)) {
        return reason;
      }
    }
    return NOBODY_ONLINE;
  }
}
