package io.dakenh.livetalk.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.livetalk.search.index.Words;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void marksTheWordsInTheTextAsItWasWritten() {
    Excerpt excerpt = Excerpt.of("Áo dài đỏ còn size M không?", List.of("ao", "do", "khon"));

    assertThat(marked(excerpt)).containsExactly("Áo", "đỏ", "không");
  }

  @Test
  void showsTheSurroundingsOfTheFirstWordInALongText() {
    String text = "mở đầu dài dòng ".repeat(30) + "đổi trả trong 7 ngày" + " và hết".repeat(40);

    Excerpt excerpt = Excerpt.of(text, List.of("doi", "tra"));

    assertThat(excerpt.text()).startsWith("…").endsWith("…").hasSizeLessThanOrEqualTo(163);
    assertThat(marked(excerpt)).startsWith("đổi", "trả");
  }

  @Test
  void marksANumberInItsGroups() {
    assertThat(marked(Excerpt.of("Gọi 0912 345 678 sau 5 giờ", List.of("0912345678"))))
        .containsExactly("0912 345 678");
  }

  @Property
  void marksOnlyWhatIsThere(
      @ForAll String text, @ForAll @AlphaChars @StringLength(min = 1, max = 3) String word) {
    Excerpt excerpt = Excerpt.of(text, Words.wanted(word));
    assertThat(excerpt.highlights())
        .allMatch(
            mark ->
                0 <= mark.start()
                    && mark.start() < mark.end()
                    && mark.end() <= excerpt.text().length());
  }

  private static List<String> marked(Excerpt excerpt) {
    return excerpt.highlights().stream()
        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
        .toList();
  }
}
