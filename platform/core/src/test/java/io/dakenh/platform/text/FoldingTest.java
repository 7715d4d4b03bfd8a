package io.dakenh.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Đặng Thị Hồng Nhung, dang thi hong nhung",
    "ĐƯỜNG, duong",
    "Nguyễn Ỷ, nguyen y",
    "Café №5, cafe №5",
    "'  áo dài ', ao dai"
  })
  void leavesOutCaseAndAccents(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void doesNotCareHowAccentsWereTyped() {
    String composed = "Quyển sách của Thuỷ";
    assertThat(Folding.fold(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(Folding.fold(composed));
  }
}
