package io.dakenh.routing.engine;

import java.util.Locale;

/** How a department asks its agents. */
public enum AllocationMode {
  /** One at a time, in the owner's order. */
  SEQUENTIAL,
  /** Everyone at the same moment; the first to join wins. */
  ALL,
  /** One at a time, drawn among those not yet asked in the round. */
  RANDOM;

  /**
   * From its name in events; a mode this version does not know asks everyone, so that nobody waits
   * for an upgrade.
   */
  public static AllocationMode named(String name) {
    for (AllocationMode mode : values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(name)) {
        return mode;
      }
    }
    return ALL;
  }
}
