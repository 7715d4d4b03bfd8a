package io.dakenh.livetalk.call;

import java.util.Locale;

/** Where a call stands. */
enum CallState {
  RINGING,
  /** Somebody took it, provisionally: no media flows yet. */
  CLAIMED,
  CONNECTED,
  ENDED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CallState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
