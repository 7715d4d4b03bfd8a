package io.dakenh.livetalk.attachment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "ảnh sản phẩm.png, ảnh sản phẩm.png",
    "../../etc/passwd, passwd",
    "C:\\Users\\Lan\\hoá đơn.pdf, hoá đơn.pdf",
    "...hidden, hidden",
    "<img src=x onerror=alert(1)>.png, img src=x onerror=alert(1).png",
    "'a\u202Egnp.exe', agnp.exe",
    "'a\nb\u0000.txt', ab.txt",
    "///, file",
    "' . ', file"
  })
  void keepsWhatIsHarmless(String given, String kept) {
    assertThat(FileName.clean(given)).isEqualTo(kept);
  }

  @Test
  void aLongNameKeepsItsEnding() {
    String name = FileName.clean("ă".repeat(500) + ".PDF");
    assertThat(name).hasSize(120).endsWith("ă.pdf");
    assertThat(FileName.clean(null)).isEqualTo("file");
  }
}
