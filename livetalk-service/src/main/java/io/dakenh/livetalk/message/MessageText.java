package io.dakenh.livetalk.message;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;

/**
 * What of a typed text is kept. Markup and direction marks are text like any other; screens escape
 * them.
 */
public final class MessageText {
  /** Longest message, in characters as a person counts them. */
  public static final int LONGEST = 5_000;

  private static final int LONGEST_PREVIEW = 120;

  private MessageText() {}

  /** The text to store: trimmed, without characters that no store or screen can hold. */
  public static String accept(String typed) {
    String text = acceptEmpty(typed);
    if (text.isEmpty()) {
      throw ProblemException.of(
          ProblemKind.INVALID, "message-empty", "A message needs at least one character.");
    }
    return text;
  }

  /** The same where files may say it all. */
  public static String acceptEmpty(String typed) {
    String text = clean(typed, true).strip();
    if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
      throw ProblemException.of(
          ProblemKind.INVALID,
          "message-too-long",
          "A message has at most " + LONGEST + " characters.");
    }
    return text;
  }

  /** A text somebody else has accepted already: what is too long is cut. */
  public static String received(String text) {
    return cut(clean(text, true).strip(), LONGEST);
  }

  /**
   * A one-line text such as a name: trimmed, control characters removed, cut at the given length.
   */
  public static String line(String typed, int longest) {
    String text = clean(typed, false).strip();
    return cut(text, longest);
  }

  /** The beginning of a message, for notices. */
  public static String preview(String text) {
    return cut(clean(text, true).replace('\n', ' ').replace('\t', ' '), LONGEST_PREVIEW);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest || text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }

  /** Most texts need no cleaning and are returned as they are. */
  private static String clean(String text, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        return cleaned(text, lines);
      }
    }
    return text;
  }

  private static String cleaned(String text, boolean lines) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (lines && (point == '\n' || point == '\t')) {
                kept.append((char) point);
              } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.append('\uFFFD');
              } else if (!Character.isISOControl(point)) {
                kept.appendCodePoint(point);
              }
            });
    return kept.toString();
  }
}
