package io.dakenh.livetalk.search.index;

import io.dakenh.platform.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text as they are searched: letters and digits without case and accents.
 *
 * <p>A number written in groups, as people write phone numbers, is a word of its own beside its
 * groups, so it is found however it was spaced.
 */
public final class Words {
  /** PostgreSQL takes longer lexemes, nobody looks for them. */
  private static final int LONGEST = 40;

  /** Of one entry: bounds its size whatever was pasted. */
  private static final int MOST = 1_000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ .()-]{0,2}\\d){5,14}");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final Pattern ONLY_NUMBER = Pattern.compile("[+\\d .()-]+");
  private static final int SHORTEST_NUMBER = 6;

  private Words() {}

  /** A word in its place. */
  public record Placed(String word, int start, int end) {}

  /** Everything a text can be found by. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Stream.concat(placed(text).stream(), numbers(text).stream())
        .map(Placed::word)
        .limit(MOST)
        .forEach(words::add);
    return words;
  }

  /**
   * What someone who typed this looks for: all of the words, the last of them perhaps unfinished.
   */
  public static List<String> wanted(String query) {
    String digits = NO_DIGIT.matcher(query).replaceAll("");
    if (ONLY_NUMBER.matcher(query).matches() && digits.length() >= SHORTEST_NUMBER) {
      return List.of(digits);
    }
    return placed(query).stream().map(Placed::word).distinct().toList();
  }

  /** The words with the places they stand in, in order. */
  public static List<Placed> placed(String text) {
    List<Placed> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      String folded = Folding.fold(word.group());
      if (!folded.isEmpty()) {
        words.add(new Placed(cut(folded), word.start(), word.end()));
      }
    }
    return words;
  }

  /** The numbers written in groups. */
  public static List<Placed> numbers(String text) {
    List<Placed> numbers = new ArrayList<>();
    for (Matcher number = NUMBER.matcher(text); number.find(); ) {
      String digits = NO_DIGIT.matcher(number.group()).replaceAll("");
      numbers.add(new Placed(digits, number.start(), number.end()));
    }
    return numbers;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
  }
}
