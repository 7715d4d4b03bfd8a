package io.dakenh.livetalk.presence;

import io.dakenh.platform.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An agent's availability. */
public enum PresenceState {
  ONLINE,
  BUSY,
  AWAY,
  OFFLINE;

  /** What an agent may declare; offline is only observed. */
  public static PresenceState declared(@Nullable String code) {
    for (PresenceState state : values()) {
      if (state != OFFLINE && state.code().equals(code)) {
        return state;
      }
    }
    throw ProblemException.invalid("/state", "unknown", "One of online, busy, away.");
  }

  static PresenceState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** As it stands in frames, rows and events. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
