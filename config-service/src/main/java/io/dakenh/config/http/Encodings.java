package io.dakenh.config.http;

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
    // No splitting: this runs for every request of every visitor.
    for (int at = 0; at < accepted.length(); ) {
      int comma = accepted.indexOf(',', at);
      int end = comma < 0 ? accepted.length() : comma;
      int start = at;
      while (start < end && accepted.charAt(start) == ' ') {
        start++;
      }
      int after = start + coding.length();
      if (after <= end
          && accepted.regionMatches(true, start, coding, 0, coding.length())
          && (after == end || accepted.charAt(after) == ';' || accepted.charAt(after) == ' ')) {
        return !forbidden(accepted, after, end);
      }
      at = end + 1;
    }
    return false;
  }

  /** Whether the parameters say that the weight is zero. */
  private static boolean forbidden(String accepted, int from, int to) {
    int weight = accepted.indexOf("q=", from);
    if (weight < 0 || weight >= to) {
      return false;
    }
    for (int at = weight + 2; at < to; at++) {
      char c = accepted.charAt(at);
      if (c != '0' && c != '.' && c != ' ') {
        return false;
      }
    }
    return true;
  }
}
