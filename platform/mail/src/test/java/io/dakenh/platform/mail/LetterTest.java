package io.dakenh.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What mail says. */
class LetterTest {
  @Test
  void showsMarkupAndNeverRunsIt() {
    Letter letter =
        Letter.of("vi", "Hoa <b>Mai</b>", "Thư")
            .heading("<script>alert(1)</script>")
            .said("<img src=x onerror=1>", "09:00", "a\n<b>\"đậm\"</b>")
            .link("Mở", "https://example.vn/?a=1&b=\"><script>");

    assertThat(letter.html())
        .doesNotContain("<script>", "<img", "<b>\"")
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;", "a<br>&lt;b&gt;&quot;đậm&quot;&lt;/b&gt;")
        .contains("href=\"https://example.vn/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"");
    assertThat(letter.text()).contains("<script>alert(1)</script>", "a\n<b>\"đậm\"</b>");
  }

  @Test
  void letsNobodyWriteHeaders() {
    Letter letter = Letter.of("vi", "Hoa Mai\r\nBcc: a@b.vn", "Chào\r\nBcc: a@b.vn");

    assertThat(letter.subject()).isEqualTo("Chào Bcc: a@b.vn");
    assertThat(letter.senderName()).isEqualTo("Hoa Mai Bcc: a@b.vn");
  }
}
