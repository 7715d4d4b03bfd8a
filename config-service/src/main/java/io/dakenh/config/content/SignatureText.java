package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The markup of a signature: what stands inside {@code [[} and {@code ]]} is a link. The parts are
 * plain text for a screen to show as such; nothing is ever taken for HTML.
 */
public final class SignatureText {
  private static final String OPEN = "[[";
  private static final String CLOSE = "]]";

  private SignatureText() {}

  /** A piece of a signature, with the address it opens if it is a link. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(String text, @Nullable String link) {}

  /**
   * The parts of a signature. Marks that do not pair up, and marks without an address to open, are
   * no marks: the text then stays as it was typed, or without the marks if only the address lacks.
   */
  public static List<Part> parts(String text, @Nullable String link) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (!balanced(text)) {
      return List.of(new Part(text, null));
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      int close = text.indexOf(CLOSE, open + 2);
      add(parts, text.substring(at, open), null);
      add(parts, text.substring(open + 2, close), link);
      at = close + 2;
    }
    add(parts, text.substring(at), null);
    return List.copyOf(parts);
  }

  /** Whether every mark has its counterpart, none inside another and none around nothing. */
  public static boolean balanced(String text) {
    int at = 0;
    while (true) {
      int open = text.indexOf(OPEN, at);
      int close = text.indexOf(CLOSE, at);
      if (open < 0 && close < 0) {
        return true;
      }
      if (open < 0 || close < open + 3) {
        return false;
      }
      int nested = text.indexOf(OPEN, open + 2);
      if (nested >= 0 && nested < close) {
        return false;
      }
      at = close + 2;
    }
  }

  /** Whether the text has a link mark at all. */
  public static boolean marked(String text) {
    return text.contains(OPEN) || text.contains(CLOSE);
  }

  private static void add(List<Part> parts, String text, @Nullable String link) {
    if (text.isEmpty()) {
      return;
    }
    if (link == null && !parts.isEmpty() && parts.getLast().link() == null) {
      Part before = parts.removeLast();
      parts.add(new Part(before.text() + text, null));
    } else {
      parts.add(new Part(text, link));
    }
  }
}
