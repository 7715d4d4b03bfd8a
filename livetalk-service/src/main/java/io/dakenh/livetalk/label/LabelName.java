package io.dakenh.livetalk.label;

import io.dakenh.livetalk.message.MessageText;
import io.dakenh.platform.problem.ProblemException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a label as it is shown, and as it is compared.
 *
 * @param key equal for names that differ in case, spacing around, or how accents are written only
 */
record LabelName(String shown, String key) {
  private static final int LONGEST = 40;

  static LabelName of(String typed) {
    String shown =
        Normalizer.normalize(MessageText.line(typed, Integer.MAX_VALUE), Normalizer.Form.NFC)
            .strip();
    if (shown.isEmpty()) {
      throw ProblemException.invalid("/name", "not-blank", "A label needs a name.");
    }
    if (shown.codePointCount(0, shown.length()) > LONGEST) {
      throw ProblemException.invalid("/name", "size", "At most " + LONGEST + " characters.");
    }
    // Upper case first: it folds what has no lower case of its own, such as a sharp s.
    String key = shown.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return new LabelName(shown, Normalizer.normalize(key, Normalizer.Form.NFC));
  }
}
