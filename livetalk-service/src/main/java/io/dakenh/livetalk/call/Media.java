package io.dakenh.livetalk.call;

import io.dakenh.platform.problem.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether pictures are wanted. */
public enum Media {
  AUDIO,
  VIDEO;

  /** As it stands in frames, rows and events. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a client said. */
  public static Media told(@Nullable String code) {
    if ("audio".equals(code)) {
      return AUDIO;
    }
    if ("video".equals(code)) {
      return VIDEO;
    }
    throw ProblemException.invalid("/media", "unknown-value", "audio or video.");
  }

  static Media of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
