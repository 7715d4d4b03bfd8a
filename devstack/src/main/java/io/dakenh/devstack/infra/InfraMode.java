package io.dakenh.devstack.infra;

import java.util.Locale;

/** Where the infrastructure comes from. */
public enum InfraMode {
  /** Processes of this machine, built from Maven Central artifacts. */
  EMBEDDED,
  /** Containers started through Testcontainers. */
  CONTAINERS,
  /** Servers that exist already, named by their addresses. */
  EXTERNAL;

  /** The mode chosen by the system property or environment variable {@code SUITE_INFRA}. */
  public static InfraMode current() {
    return parse(Settings.text("SUITE_INFRA", "embedded"));
  }

  /**
   * Reads a mode as a person writes it.
   *
   * @throws IllegalArgumentException naming the three that exist
   */
  public static InfraMode parse(String text) {
    for (InfraMode mode : values()) {
      if (mode.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "SUITE_INFRA is '" + text + "': use embedded, containers or external");
  }
}
