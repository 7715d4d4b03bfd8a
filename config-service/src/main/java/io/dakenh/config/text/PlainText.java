package io.dakenh.config.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as people type it. Markup and right-to-left marks are ordinary text, kept as they are:
 * screens escape. What cannot be text is refused: control characters and halves of surrogate pairs.
 */
public final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

  private PlainText() {}

  /** Canonical composition without surrounding space: the form in which one-line text is stored. */
  public static String clean(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  /** Length as people count it: code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Whether the text holds a character that is no text.
   *
   * @param lines whether line breaks and tabs belong to the text
   */
  public static boolean hasForbidden(String text, boolean lines) {
    return text.codePoints().anyMatch(c -> forbidden(c, lines));
  }

  private static boolean forbidden(int codePoint, boolean lines) {
    if (lines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /**
   * Two names are the same when their keys are: after NFC, trim, collapse of inner space and case
   * fold.
   */
  public static String nameKey(String name) {
    String collapsed = SPACES.matcher(clean(name)).replaceAll(" ").strip();
    // Upper in between: letters such as ß and ſ meet only there. Lower before it: ẞ is its own
    // upper case, so that it would come out as ß and never meet ss.
    String folded =
        collapsed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }
}
