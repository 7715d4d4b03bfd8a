package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.message.MessageText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a file's name is kept: no folders, nothing that a disk or a screen takes for more than
 * letters.
 */
final class FileName {
  private static final int LONGEST = 120;
  private static final int LONGEST_ENDING = 12;
  private static final String NONE = "file";

  /** Forbidden on some system, or turning the direction of what follows. */
  private static final Pattern TROUBLE =
      Pattern.compile("[<>:\"|?*\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private FileName() {}

  static String clean(@Nullable String given) {
    if (given == null) {
      return NONE;
    }
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String line = MessageText.line(TROUBLE.matcher(name).replaceAll(""), Integer.MAX_VALUE);
    int begin = 0;
    while (begin < line.length() && (line.charAt(begin) == '.' || line.charAt(begin) == ' ')) {
      begin++;
    }
    String kept = cut(line.substring(begin).strip());
    return kept.isEmpty() ? NONE : kept;
  }

  /** A long name keeps its ending. */
  private static String cut(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending =
        dot > 0 && name.length() - dot <= LONGEST_ENDING
            ? name.substring(dot).toLowerCase(Locale.ROOT)
            : "";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
  }
}
