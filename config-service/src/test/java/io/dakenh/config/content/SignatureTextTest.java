package io.dakenh.config.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.config.content.SignatureText.Part;
import io.dakenh.contracts.rows.Rows;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SignatureTextTest {
  private static final String LINK = "https://hoamai.example/";

  @Test
  void markedTextOpensTheLink() {
    assertThat(SignatureText.parts("Của [[Hoa Mai]] và [[bạn]]!", LINK))
        .containsExactly(
            new Part("Của ", null),
            new Part("Hoa Mai", LINK),
            new Part(" và ", null),
            new Part("bạn", LINK),
            new Part("!", null));
  }

  @Test
  void withoutALinkNothingIsOne() {
    assertThat(SignatureText.parts("Của [[Hoa Mai]]!", null))
        .containsExactly(new Part("Của Hoa Mai!", null));
    assertThat(SignatureText.parts("", LINK)).isEmpty();
  }

  @Test
  void marksThatDoNotPairUpAreText() {
    for (String text :
        List.of("[[a", "a]]", "]]a[[", "[[a [[b]]", "[[a]] b]]", "[[]]", "[[a]][[")) {
      assertThat(SignatureText.parts(text, LINK)).as(text).containsExactly(new Part(text, null));
    }
  }

  @Test
  void nothingIsTakenForMarkup() {
    assertThat(SignatureText.parts("<b>[[<script>alert(1)</script>]]", LINK))
        .containsExactly(new Part("<b>", null), new Part("<script>alert(1)</script>", LINK));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("[]a<&đ ").ofMaxLength(14);
  }

  @Property
  @Rows(part = "WIN-15")
  void nothingIsAddedOrEscaped(@ForAll("texts") String text) {
    // With the marks put back around its links, it is what was typed, whatever was typed.
    assertThat(
            SignatureText.parts(text, LINK).stream()
                .map(part -> part.link() == null ? part.text() : "[[" + part.text() + "]]")
                .collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Property
  void onlyTheGivenAddressIsEverOpened(@ForAll("texts") String text) {
    assertThat(SignatureText.parts(text, LINK))
        .allMatch(part -> part.link() == null || part.link().equals(LINK))
        .noneMatch(part -> part.text().isEmpty());
    assertThat(SignatureText.parts(text, null)).allMatch(part -> part.link() == null);
  }
}
