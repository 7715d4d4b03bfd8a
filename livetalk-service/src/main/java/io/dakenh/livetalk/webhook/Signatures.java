package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.LivetalkConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of endpoints and what they sign. No secret is stored: each is made from the
 * installation's key, the endpoint's id and a number.
 */
@ApplicationScoped
class Signatures {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  @Inject
  Signatures(LivetalkConfig config) {
    this.key = config.identify().key().getBytes(StandardCharsets.UTF_8);
  }

  String secret(UUID endpointId, int number) {
    return "whsec_" + hex(key, "webhook/" + endpointId + "/" + number);
  }

  /**
   * The header: when it was signed, and a signature by each secret that is good. A receiver takes
   * any of them, and refuses what was signed too long ago.
   */
  String header(Endpoint endpoint, String body, Instant now) {
    String signed = now.getEpochSecond() + "." + body;
    int number = endpoint.secretNumber();
    StringBuilder header = new StringBuilder("t=").append(now.getEpochSecond());
    append(header, endpoint.id(), number, signed);
    Instant former = endpoint.formerUntil();
    if (number > 0 && former != null && former.isAfter(now)) {
      append(header, endpoint.id(), number - 1, signed);
    }
    return header.toString();
  }

  private void append(StringBuilder header, UUID endpointId, int number, String signed) {
    byte[] secret = secret(endpointId, number).getBytes(StandardCharsets.UTF_8);
    header.append(",v1=").append(hex(secret, signed));
  }

  private static String hex(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }
}
