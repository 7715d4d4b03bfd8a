package io.dakenh.referral.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferralCodeGeneratorTest {
  @Test
  void drawsReadableCodesThatDiffer() {
    ReferralCodeGenerator generator = new ReferralCodeGenerator();
    Set<String> codes = new HashSet<>();
    Set<Character> letters = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String code = generator.next();
      assertThat(code).matches("[2-9A-HJKMNP-Z]{8}");
      codes.add(code);
      code.chars().forEach(letter -> letters.add((char) letter));
    }
    assertThat(codes).hasSize(2_000);
    assertThat(letters).hasSize(31).doesNotContain('0', 'O', '1', 'I', 'L');
  }

  @Test
  void readsCodesHoweverTheyAreTyped() {
    assertThat(ReferralCodeGenerator.normalised("  abcd2345\n")).isEqualTo("ABCD2345");
  }
}
