package io.dakenh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-1, 0, 1",
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=90-200, 90, 99",
    "bytes=-5, 95, 99",
    "bytes=-500, 0, 99",
    "bytes=99-99, 99, 99",
    "bytes=0-99999999999999999999999, 0, 99"
  })
  void findsTheBytes(String header, long first, long last) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
  void saysWhenNothingIsThere(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Outside());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", ""})
  void ignoresWhatItMay(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void isWholeWithoutAHeader() {
    assertThat(ByteRange.of(null, 100)).isEqualTo(new ByteRange.Whole());
  }
}
