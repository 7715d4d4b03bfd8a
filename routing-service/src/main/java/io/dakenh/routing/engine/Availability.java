package io.dakenh.routing.engine;

import java.util.Locale;

/** Whether a person may be asked right now, and if not, why. */
public enum Availability {
  ONLINE,
  BUSY,
  AWAY,
  OFFLINE,
  /** Online, with as many conversations as the person may have. */
  AT_CAPACITY,
  /** Deactivated by the owner, or not known as a person of the business. */
  DEACTIVATED;

  /** From the names in events; an unknown one counts as offline. */
  public static Availability of(boolean active, String presence) {
    if (!active) {
      return DEACTIVATED;
    }
    return switch (presence) {
      case "online" -> ONLINE;
      case "busy" -> BUSY;
      case "away" -> AWAY;
      default -> OFFLINE;
    };
  }

  /** The same person, who may have no more conversations. */
  public Availability full() {
    return this == ONLINE ? AT_CAPACITY : this;
  }

  /** Lower-case name, as shown in timelines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
