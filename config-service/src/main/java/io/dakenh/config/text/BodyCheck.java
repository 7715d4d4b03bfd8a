package io.dakenh.config.text;

import io.dakenh.platform.problem.FieldError;
import io.dakenh.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of one request body and collects everything that is wrong, so that a form can
 * mark all fields at once. Each check returns the cleaned value, or a harmless one when it is
 * wrong; {@link #done} ends with a problem if anything was.
 */
public final class BodyCheck {
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes something wrong. */
  public void wrong(String pointer, String code, String detail) {
    errors.add(new FieldError(pointer, code, detail));
  }

  /** Required text of one line. */
  public String line(String pointer, @Nullable String value, int longest) {
    if (value == null) {
      wrong(pointer, "required", "This value is required.");
      return "";
    }
    String clean = optionalLine(pointer, value, longest);
    if (clean.isEmpty()) {
      wrong(pointer, "not-blank", "This value must not be empty.");
    }
    return clean;
  }

  /** Text of one line that may be empty; absent counts as empty. */
  public String optionalLine(String pointer, @Nullable String value, int longest) {
    return text(pointer, PlainText.clean(value == null ? "" : value), longest, false);
  }

  /** Text of several lines that may be empty; absent counts as empty. */
  public String lines(String pointer, @Nullable String value, int longest) {
    return text(pointer, PlainText.clean(value == null ? "" : value), longest, true);
  }

  private String text(String pointer, String value, int longest, boolean lines) {
    if (PlainText.length(value) > longest) {
      wrong(pointer, "too-long", "At most " + longest + " characters.");
    }
    if (PlainText.hasForbidden(value, lines)) {
      wrong(pointer, "control-character", "Control characters are not allowed.");
    }
    return value;
  }

  /** Required whole number within bounds. */
  public int number(String pointer, @Nullable Integer value, int least, int most) {
    if (value == null) {
      wrong(pointer, "required", "This value is required.");
      return least;
    }
    if (value < least || value > most) {
      wrong(pointer, "out-of-range", "From " + least + " to " + most + ".");
    }
    return value;
  }

  /** Required choice out of a few. */
  public String oneOf(String pointer, @Nullable String value, List<String> choices) {
    if (value == null) {
      wrong(pointer, "required", "This value is required.");
      return choices.getFirst();
    }
    if (!choices.contains(value)) {
      wrong(pointer, "unknown-value", "One of " + String.join(", ", choices) + ".");
    }
    return value;
  }

  /** Required colour, {@code #rrggbb}. */
  public String color(String pointer, @Nullable String value) {
    if (value == null) {
      wrong(pointer, "required", "This value is required.");
      return "#000000";
    }
    if (!COLOR.matcher(value).matches()) {
      wrong(pointer, "color", "A colour is written as #rrggbb.");
    }
    return value.toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether nothing was wrong so far. */
  public boolean clean() {
    return errors.isEmpty();
  }

  /** Ends the check. */
  public void done() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
