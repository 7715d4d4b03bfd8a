package io.dakenh.livetalk.message.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
  @ParameterizedTest
  @ValueSource(strings = {"👍", "❤️", "👍🏽", "👩‍👩‍👧", "🇻🇳", "1️⃣", "☕", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
  void takesOne(String emoji) {
    assertThat(Emoji.one("/emoji", emoji)).isEqualTo(emoji);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1", "👍👍", "👍 ", "<b>", "ok 👍", "🇻", "\u200D"})
  void takesNothingElse(String text) {
    assertThatThrownBy(() -> Emoji.one("/emoji", text)).isInstanceOf(ProblemException.class);
  }
}
