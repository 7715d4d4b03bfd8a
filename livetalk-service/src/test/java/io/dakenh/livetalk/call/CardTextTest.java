package io.dakenh.livetalk.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 giây",
    "59, 59 giây",
    "60, 1 phút 00 giây",
    "312, 5 phút 12 giây",
    "7500, 2 giờ 05 phút",
    "-3, 0 giây"
  })
  void saysALengthAsPeopleDo(long seconds, String said) {
    assertThat(CardText.length(Duration.ofSeconds(seconds))).isEqualTo(said);
  }
}
