package io.dakenh.livetalk.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of labels are the same. */
class LabelNameTest {
  @ParameterizedTest
  @CsvSource({
    "Khiếu nại, khiếu nại",
    "'  VIP ', vip",
    "ĐỔI TRẢ, đổi trả",
    "Tie\u0302\u0301n, tiến",
    "STRASSE, straße"
  })
  void foldsCaseSpacingAndHowAccentsAreWritten(String one, String other) {
    assertThat(LabelName.of(one).key()).isEqualTo(LabelName.of(other).key());
  }

  @Test
  void keepsDifferentAccentsApart() {
    assertThat(LabelName.of("Tiến").key()).isNotEqualTo(LabelName.of("Tiền").key());
    assertThat(LabelName.of("  Khiếu nại ").shown()).isEqualTo("Khiếu nại");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "12345678901234567890123456789012345678901"})
  void refusesEmptyAndLongOnes(String name) {
    assertThatThrownBy(() -> LabelName.of(name)).isInstanceOf(ProblemException.class);
  }
}
