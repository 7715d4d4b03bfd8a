package io.dakenh.livetalk.search;

import io.dakenh.livetalk.search.SearchHit.Highlight;
import io.dakenh.livetalk.search.index.Words;
import io.dakenh.livetalk.search.index.Words.Placed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The part of a text to show for a search, and what to mark in it. */
record Excerpt(String text, List<Highlight> highlights) {
  private static final int BEFORE = 40;
  private static final int LONGEST = 160;
  private static final String MORE = "…";

  /** Around the first of the wanted words. */
  static Excerpt of(String text, List<String> wanted) {
    String line = text.replace('\n', ' ');
    List<Placed> found =
        Stream.concat(Words.placed(line).stream(), Words.numbers(line).stream())
            .filter(word -> matches(word.word(), wanted))
            .sorted(Comparator.comparingInt(Placed::start).thenComparing(Placed::end))
            .toList();
    int start = found.isEmpty() ? 0 : wordStart(line, found.getFirst().start() - BEFORE);
    int end = whole(line, Math.min(line.length(), start + LONGEST));
    String before = start > 0 ? MORE : "";
    int shift = before.length() - start;
    return new Excerpt(
        before + line.substring(start, end) + (end < line.length() ? MORE : ""),
        found.stream()
            .filter(word -> word.end() <= end)
            .map(word -> new Highlight(word.start() + shift, word.end() + shift))
            .toList());
  }

  private static boolean matches(String word, List<String> wanted) {
    return wanted.subList(0, wanted.size() - 1).contains(word) || word.startsWith(wanted.getLast());
  }

  /** Not in the middle of a word, if one begins near. */
  private static int wordStart(String line, int from) {
    if (from <= 0) {
      return 0;
    }
    int space = line.indexOf(' ', from);
    return space >= 0 && space < from + BEFORE ? space + 1 : whole(line, from);
  }

  /** Not in the middle of a character. */
  private static int whole(String line, int index) {
    return index < line.length() && Character.isLowSurrogate(line.charAt(index))
        ? index + 1
        : index;
  }
}
