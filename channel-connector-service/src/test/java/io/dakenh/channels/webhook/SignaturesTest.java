package io.dakenh.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The vectors of the providers' fact sheet: secrets, ids and texts in them are invented. */
class SignaturesTest {
  private static final String SECRET = "sim-fb-app-secret-0001";
  private static final String FACEBOOK_BODY =
      "{\"object\":\"page\",\"entry\":[{\"id\":\"900100200300400\",\"time\":1790000000123,"
          + "\"messaging\":[{\"sender\":{\"id\":\"7100000000000001\"},\"recipient\":"
          + "{\"id\":\"900100200300400\"},\"timestamp\":1790000000001,\"message\":"
          + "{\"mid\":\"m_simMID0001\",\"text\":\"Xin ch\\u00e0o \\ud83d\\udc4b\"}}]}]}";
  private static final String FACEBOOK_SIGNATURE =
      "sha256=558f6c1624a92cb21a4594baf14bfeb14f4f622d1ed6c42f38de1f89663e0fff";
  private static final String ZALO_BODY =
      "{\"app_id\":\"4400000000000000001\",\"user_id_by_app\":\"5500000000000000001\","
          + "\"event_name\":\"user_send_text\",\"timestamp\":\"1790000000123\",\"sender\":"
          + "{\"id\":\"6600000000000000001\"},\"recipient\":{\"id\":\"7700000000000000001\"},"
          + "\"message\":{\"msg_id\":\"a1b2c3d4e5f60718293\",\"text\":\"Chào shop\"}}";
  private static final String ZALO_MAC =
      "501d60953cb30ffc5f3a1064f82ecd76bfeb631f14a53b7be4ba800a1ea83846";

  @Test
  void facebookSignsTheRawBytes() {
    byte[] body = FACEBOOK_BODY.getBytes(StandardCharsets.US_ASCII);

    assertThat(body).hasSize(256);
    assertThat(Signatures.facebook(body, FACEBOOK_SIGNATURE, SECRET)).isTrue();
    assertThat(Signatures.facebook(body, FACEBOOK_SIGNATURE, "another")).isFalse();
    assertThat(Signatures.facebook(body, null, SECRET)).isFalse();
    assertThat(Signatures.facebook(body, FACEBOOK_SIGNATURE.substring(0, 40), SECRET)).isFalse();
    assertThat(Signatures.facebook(body, "sha1=b1ac183efa7c2f8c6449acef0df9dec6cec2df88", SECRET))
        .isFalse();
    body[100]++;
    assertThat(Signatures.facebook(body, FACEBOOK_SIGNATURE, SECRET)).isFalse();
  }

  @Test
  void jsonWrittenAnewIsNotWhatWasSigned() {
    byte[] anew = FACEBOOK_BODY.replace("\\u00e0", "à").getBytes(StandardCharsets.UTF_8);

    assertThat(Signatures.facebook(anew, FACEBOOK_SIGNATURE, SECRET)).isFalse();
  }

  @Test
  void zaloHashesPiecesOneAfterAnother() throws IOException {
    byte[] body = ZALO_BODY.getBytes(StandardCharsets.UTF_8);
    Stamp stamp = Stamp.of(body);

    assertThat(body).hasSize(271);
    assertThat(stamp).isEqualTo(new Stamp("4400000000000000001", "1790000000123"));
    assertThat(zalo(body, "mac=" + ZALO_MAC)).isTrue();
    assertThat(zalo(body, ZALO_MAC)).isTrue();
    assertThat(zalo(body, "mac=" + ZALO_MAC.replace('5', '6'))).isFalse();
  }

  private static boolean zalo(byte[] body, String header) {
    return Signatures.zalo(
        "4400000000000000001", body, "1790000000123", "sim-oa-secret-0001", header);
  }

  @Test
  void numbersInTheStampAreTextsToo() throws IOException {
    byte[] body =
        "{\"deep\":{\"a\":[1]},\"timestamp\":12,\"app_id\":34}".getBytes(StandardCharsets.UTF_8);

    assertThat(Stamp.of(body)).isEqualTo(new Stamp("34", "12"));
  }

  @Test
  void provesThatATokenIsInTheHandsOfItsApp() {
    assertThat(Signatures.proof(SECRET, "SIM-PAGE-TOKEN-0001"))
        .isEqualTo("ac268be33eeb404a1bbdd2b6e358f7afc1a329562ba5cfd8241d34597df2e4b1");
    assertThat(Signatures.proof("sim-zalo-app-secret-0001", "SIM-ZALO-AT-0001"))
        .isEqualTo("5f36c72b00c7a4a95310aea0e91c1c40a109568a9d236b65cea3f699e3eab121");
  }
}
