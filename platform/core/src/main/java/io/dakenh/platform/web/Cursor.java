package io.dakenh.platform.web;

import io.dakenh.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Position in a list: the sort values of the last row seen. Opaque outside.
 *
 * @param values sort values, most significant first; none contains a line break
 */
public record Cursor(List<String> values) {

  /** Cursor behind the row with these sort values. */
  public static Cursor of(Object... values) {
    return new Cursor(java.util.Arrays.stream(values).map(String::valueOf).toList());
  }

  /**
   * Reads what a client gave back; null for the first page, a problem when it is not one of ours.
   */
  public static @Nullable Cursor decode(@Nullable String encoded, int size) {
    if (encoded == null || encoded.isEmpty()) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      List<String> values = List.of(plain.split("\n", -1));
      if (values.size() == size) {
        return new Cursor(values);
      }
    } catch (IllegalArgumentException malformed) {
      throw wrong();
    }
    throw wrong();
  }

  /** Text form for a client. */
  public String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", values).getBytes(StandardCharsets.UTF_8));
  }

  private static ProblemException wrong() {
    return ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
  }
}
