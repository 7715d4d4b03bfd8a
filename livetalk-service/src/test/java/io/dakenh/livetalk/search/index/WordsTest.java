package io.dakenh.livetalk.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void areLettersAndDigitsWithoutCaseAndAccents() {
    assertThat(Words.of("Áo DÀI đỏ, size M2 – còn không?"))
        .containsExactly("ao", "dai", "do", "size", "m2", "con", "khong");
  }

  @Test
  void includeNumbersHoweverTheyWereGrouped() {
    assertThat(Words.of("gọi 0912.345.678 nhé"))
        .containsExactlyInAnyOrder("goi", "0912", "345", "678", "nhe", "0912345678");
    assertThat(Words.wanted("0912 345 678")).containsExactly("0912345678");
    assertThat(Words.wanted("+84 (912) 345-678")).containsExactly("84912345678");
    assertThat(Words.wanted("2 cái")).containsExactly("2", "cai");
  }

  @Test
  void ofAPastedBookAreBounded() {
    StringBuilder book = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      book.append('w').append(i).append(' ');
    }
    assertThat(Words.of(book + "x".repeat(5_000)))
        .hasSizeLessThanOrEqualTo(1_000)
        .allMatch(word -> word.length() <= 40);
  }

  @Property
  void standWhereTheySay(@ForAll String text) {
    Words.placed(text)
        .forEach(
            word -> {
              assertThat(word.start()).isLessThan(word.end());
              assertThat(Words.of(text.substring(word.start(), word.end()))).contains(word.word());
            });
  }

  @Property
  void canBeQuotedInAQuery(@ForAll String text) {
    assertThat(Words.of(text)).noneMatch(word -> word.contains("'") || word.contains("\\"));
  }

  @Property
  void areTheSameInBothUnicodeForms(@ForAll String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(Words.of(composed)).isEqualTo(Words.of(decomposed));
  }
}
