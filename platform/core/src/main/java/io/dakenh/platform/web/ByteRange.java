package io.dakenh.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file a {@code Range} header asks for (RFC 9110, one range of bytes). Players ask
 * this way; Safari plays nothing that cannot answer.
 */
public sealed interface ByteRange {
  /** No range, or one that may be ignored: several, another unit, not understood. */
  record Whole() implements ByteRange {}

  /** Bytes {@code first} to {@code last}, both included. */
  record Part(long first, long last) implements ByteRange {
    /** How many bytes. */
    public long length() {
      return last - first + 1;
    }
  }

  /** Nothing of the file lies within: 416. */
  record Outside() implements ByteRange {}

  /** What the header means for a file of this length. */
  static ByteRange of(@Nullable String header, long length) {
    if (header == null) {
      return new Whole();
    }
    Matcher matcher = Patterns.SINGLE.matcher(header.strip());
    if (!matcher.matches()) {
      return new Whole();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(number(last), length);
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    if (to < from) {
      return new Whole();
    }
    return from >= length ? new Outside() : new Part(from, Math.min(to, length - 1));
  }

  private static ByteRange suffix(long count, long length) {
    return count == 0 || length == 0
        ? new Outside()
        : new Part(Math.max(0, length - count), length - 1);
  }

  /** More digits than a long has mean: beyond any file. */
  private static long number(String digits) {
    return digits.length() > Patterns.LONG_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** Patterns, kept out of the interface. */
  final class Patterns {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final int LONG_DIGITS = 18;

    private Patterns() {}
  }
}
