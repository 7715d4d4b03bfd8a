package io.dakenh.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Property(tries = 300)
  void theKeyOfAKeyIsTheKey(@ForAll @StringLength(max = 40) String name) {
    String key = PlainText.nameKey(name);

    assertThat(PlainText.nameKey(key)).isEqualTo(key);
  }

  @Property(tries = 300)
  void compositionCaseAndSpaceDoNotMatter(@ForAll @StringLength(max = 40) String name) {
    String key = PlainText.nameKey(name);

    assertThat(PlainText.nameKey(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(key);
    assertThat(PlainText.nameKey("  " + name + "\u00a0 ")).isEqualTo(key);
  }

  @Test
  void differentNamesStayDifferent() {
    assertThat(PlainText.nameKey("Hoà Bình")).isNotEqualTo(PlainText.nameKey("Hoa Binh"));
    assertThat(PlainText.nameKey("Bán hàng 1")).isNotEqualTo(PlainText.nameKey("Bán hàng 2"));
    assertThat(PlainText.nameKey("STRASSE")).isEqualTo(PlainText.nameKey("straße"));
    assertThat(PlainText.nameKey("STRAẞE")).isEqualTo(PlainText.nameKey("straße"));
  }

  @Test
  void controlCharactersAreNoTextAndDirectionMarksAre() {
    assertThat(PlainText.hasForbidden("a\u0000b", false)).isTrue();
    assertThat(PlainText.hasForbidden("a\u009fb", false)).isTrue();
    assertThat(PlainText.hasForbidden("a\nb", false)).isTrue();
    assertThat(PlainText.hasForbidden("a\nb", true)).isFalse();
    assertThat(PlainText.hasForbidden("a\uD800", false)).isTrue();
    assertThat(PlainText.hasForbidden("\u202Ea\u200Fb 🌸", false)).isFalse();
    assertThat(PlainText.length("🌸🌸")).isEqualTo(2);
  }
}
