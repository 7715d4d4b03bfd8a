package io.dakenh.channels.work;

import java.util.Locale;

/** The two directions; each has its own workers, so one never waits for the other. */
public enum Lane {
  IN,
  OUT;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
