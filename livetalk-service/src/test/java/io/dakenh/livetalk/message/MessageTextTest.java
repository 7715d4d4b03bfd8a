package io.dakenh.livetalk.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  @Test
  void keepsWhatPeopleType() {
    assertThat(MessageText.accept("  Chào em 👩‍👩‍👧 <b>&amp;</b>\n\tdòng hai \u202E "))
        .isEqualTo("Chào em 👩‍👩‍👧 <b>&amp;</b>\n\tdòng hai \u202E");
  }

  @Test
  void leavesOutWhatNoStoreOrScreenCanHold() {
    assertThat(MessageText.accept("a\u0000b\r\nc\u0085d\uD800e")).isEqualTo("ab\ncd\uFFFDe");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(MessageText.accept("😀".repeat(MessageText.LONGEST))).hasSize(10_000);
    assertThatThrownBy(() -> MessageText.accept("😀".repeat(MessageText.LONGEST + 1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("message-too-long"));
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> MessageText.accept(" \u0000\n "))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("message-empty"));
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(MessageText.line("😀😀😀", 2)).isEqualTo("😀😀");
    assertThat(MessageText.preview("dòng một\ndòng hai")).isEqualTo("dòng một dòng hai");
    assertThat(MessageText.preview("x".repeat(500))).hasSize(120);
  }
}
