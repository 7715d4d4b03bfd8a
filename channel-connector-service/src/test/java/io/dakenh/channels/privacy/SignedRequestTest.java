package io.dakenh.channels.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest {
  private static final String SECRET = "sim-fb-app-secret-0001";
  private static final String SIGNED =
      "_yaz5uumvwVl8Q8nrsEPrswym3KKEowbdGFtSm78mjQ."
          + "eyJ1c2VyX2lkIjoiMTAyMDAwMDAwMDAwMDAwMDEiLCJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3Vl"
          + "ZF9hdCI6MTc5MDAwMDAwMCwiZXhwaXJlcyI6MTc5MDAwMzYwMH0";

  @Test
  void readsWhatFacebookSigned() {
    assertThat(SignedRequest.read(SIGNED, SECRET)).hasValue(new SignedRequest("10200000000000001"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "a.b.c", "%%%.%%%", "AAAA.eyJ9"})
  void refusesWhatIsNone(String signed) {
    assertThat(SignedRequest.read(signed, SECRET)).isEmpty();
  }

  @Test
  void refusesWhatAnotherAppSigned() {
    assertThat(SignedRequest.read(SIGNED, "another")).isEmpty();
  }
}
