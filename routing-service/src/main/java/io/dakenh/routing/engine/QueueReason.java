package io.dakenh.routing.engine;

/** Why a conversation waits in the queue. */
public enum QueueReason {
  TOTAL_TIME_OVER("total-time-over"),
  NOBODY_ONLINE("nobody-online");

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
    return label.equals(TOTAL_TIME_OVER.label) ? TOTAL_TIME_OVER : NOBODY_ONLINE;
  }
}
