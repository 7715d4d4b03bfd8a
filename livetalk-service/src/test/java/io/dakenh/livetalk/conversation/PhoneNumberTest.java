package io.dakenh.livetalk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0912345678, +84912345678",
    "0912 345 678, +84912345678",
    "(024) 3825.1234, +842438251234",
    "+84 912-345-678, +84912345678",
    "+84 (0)912 345 678, +84912345678",
    "0084912345678, +84912345678",
    "84912345678, +84912345678",
    "+1 415 555 2671, +14155552671"
  })
  void readsWhatPeopleWrite(String written, String number) {
    assertThat(PhoneNumber.normalise("/phone", written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0912",
        "0112345678",
        "+84012345",
        "912345678",
        "gọi 0912345678",
        "+0123456789",
        "++84912345678"
      })
  void refusesWhatIsNone(String written) {
    assertThatThrownBy(() -> PhoneNumber.normalise("/phone", written))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void staysAsItIsWhenReadAgain() {
    String once = PhoneNumber.normalise("/phone", "090 123 4567");
    assertThat(PhoneNumber.normalise("/phone", once)).isEqualTo(once);
  }
}
