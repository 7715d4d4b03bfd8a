package io.dakenh.config.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which encodings a browser reads. */
public final class Encodings {
  private Encodings() {}

  /**
   * Whether {@code Accept-Encoding} names the coding and does not forbid it.
   *
   * @param accepted value of the header, null when it was not sent
   */
  public static boolean accepts(@Nullable String accepted, String coding) {
    if (accepted == null) {
      return false;
    }
    for (String item : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      int end = item.indexOf(';');
      String name = (end < 0 ? item : item.substring(0, end)).strip();
      if (name.equals(coding)) {
        return end < 0 || !item.substring(end + 1).replace(" ", "").matches("q=0(\\.0{1,3})?");
      }
    }
    return false;
  }
}
