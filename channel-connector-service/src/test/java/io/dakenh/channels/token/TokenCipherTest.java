package io.dakenh.channels.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.contracts.rows.Rows;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCipherTest {
  private static final String KEY = key();
  private static final String TOKEN = "EAASIM-bí-mật-page-token";

  private final TokenCipher cipher = new TokenCipher(TokenKeys.of(KEY, List.of()));
  private final TokenPlace place =
      new TokenPlace(UUID.randomUUID(), UUID.randomUUID(), Purpose.ACCESS);

  @Test
  void opensWhatItSealed() {
    String sealed = cipher.seal(TOKEN, place);
    assertThat(cipher.open(sealed, place)).isEqualTo(TOKEN);
    assertThat(sealed).doesNotContain("EAASIM");
  }

  @Test
  void neverSealsAlikeTwice() {
    assertThat(cipher.seal(TOKEN, place)).isNotEqualTo(cipher.seal(TOKEN, place));
  }

  @Test
  @Rows(part = "TEN-3")
  void opensInNoOtherPlace() {
    String sealed = cipher.seal(TOKEN, place);
    refuses(sealed, new TokenPlace(UUID.randomUUID(), place.channelId(), Purpose.ACCESS));
    refuses(sealed, new TokenPlace(place.tenantId(), UUID.randomUUID(), Purpose.ACCESS));
    refuses(sealed, new TokenPlace(place.tenantId(), place.channelId(), Purpose.REFRESH));
  }

  @Test
  void noticesEveryChangedCharacter() {
    String sealed = cipher.seal("ngắn", place);
    int start = sealed.lastIndexOf('.') + 1;
    for (int i = start; i < sealed.length(); i++) {
      char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
      String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
      if (!sameBytes(changed, sealed, start)) {
        refuses(changed, place);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1..", "v2.00000000.AAAA", "v1.00000000.AAAA", "v1.x.%%%"})
  void refusesWhatIsNoSealedToken(String sealed) {
    refuses(sealed, place);
  }

  @Test
  void refusesACutToken() {
    String sealed = cipher.seal(TOKEN, place);
    refuses(sealed.substring(0, sealed.lastIndexOf('.') + 20), place);
  }

  @Test
  void opensWithAFormerKeyAndSealsWithTheCurrentOne() {
    String old = cipher.seal(TOKEN, place);
    TokenCipher rotated = new TokenCipher(TokenKeys.of(key(), List.of(KEY)));

    assertThat(rotated.open(old, place)).isEqualTo(TOKEN);
    assertThat(rotated.sealedWithFormerKey(old)).isTrue();
    String anew = rotated.seal(TOKEN, place);
    assertThat(rotated.sealedWithFormerKey(anew)).isFalse();
    refuses(anew, place);
  }

  @Test
  void namesTheSettingOfAWrongKeyButQuotesNothingOfIt() {
    String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
    assertThatThrownBy(() -> TokenKeys.of(shortKey, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("dakenh.channels.token-key has 16 bytes; 32 random bytes are needed");
    assertThatThrownBy(() -> TokenKeys.of("khóa không phải base64", List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("dakenh.channels.token-key is not base64")
        .hasNoCause();
    assertThatThrownBy(() -> TokenKeys.of(KEY, List.of(shortKey)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("dakenh.channels.previous-token-keys has 16 bytes");
  }

  private void refuses(String sealed, TokenPlace where) {
    assertThatThrownBy(() -> cipher.open(sealed, where))
        .isInstanceOf(TokenUnreadableException.class)
        .message()
        .doesNotContain(TOKEN);
  }

  /** The last character of base64 has bits that carry nothing. */
  private static boolean sameBytes(String one, String other, int start) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    return new String(decoder.decode(one.substring(start)), StandardCharsets.ISO_8859_1)
        .equals(new String(decoder.decode(other.substring(start)), StandardCharsets.ISO_8859_1));
  }

  private static String key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
