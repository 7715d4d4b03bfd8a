package io.dakenh.livetalk.message.change;

import io.dakenh.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A single emoji: one picture on the screen, however many characters it is made of. */
public final class Emoji {
  private static final int LONGEST = 40;

  /** One with its modifiers, several joined to one, a flag, or a key cap. */
  private static final Pattern ONE =
      Pattern.compile(
          "(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\uFE0F?\\u20E3|"
              + "\\p{IsExtended_Pictographic}(?:\\uFE0F|\\p{IsEmoji_Modifier})?[\\x{E0020}-\\x{E007F}]*"
              + "(?:\\u200D\\p{IsExtended_Pictographic}(?:\\uFE0F|\\p{IsEmoji_Modifier})?)*)");

  private Emoji() {}

  /** The emoji, or a problem at this place. */
  public static String one(String pointer, @Nullable String value) {
    if (value == null || value.length() > LONGEST || !ONE.matcher(value).matches()) {
      throw ProblemException.invalid(pointer, "emoji", "A single emoji.");
    }
    return value;
  }
}
