package io.dakenh.livetalk.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagePolicyTest {
  @Test
  void everybodyWhereNobodyIsNamed() {
    assertThat(PagePolicy.ancestors(List.of())).isEqualTo("*");
  }

  @Test
  void namesHostsAndOurselves() {
    assertThat(PagePolicy.ancestors(List.of("hoamai.vn", "*.hoamai.vn", "localhost:8080")))
        .isEqualTo("'self' hoamai.vn *.hoamai.vn localhost:8080");
  }

  @Test
  void letsNothingElseIntoTheHeader() {
    assertThat(
            PagePolicy.ancestors(
                List.of(
                    "*",
                    "a.vn; script-src *",
                    "a.vn\r\nX: y",
                    "'unsafe-inline'",
                    "https:",
                    "-a.vn")))
        .isEqualTo("'self'");
  }

  @Test
  void thePreviewTalksToNobody() {
    assertThat(PagePolicy.preview())
        .contains("default-src 'none'", "frame-ancestors 'self'")
        .doesNotContain("connect-src");
  }
}
