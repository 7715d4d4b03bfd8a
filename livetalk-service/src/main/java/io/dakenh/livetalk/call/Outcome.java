package io.dakenh.livetalk.call;

import java.util.Locale;

/** What became of a call. */
enum Outcome {
  COMPLETED,
  /** Nobody joined. */
  MISSED,
  /** Whoever called hung up first. */
  CANCELLED,
  /** No media ever flowed. */
  FAILED,
  /** The minutes were used up. */
  CUT;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
