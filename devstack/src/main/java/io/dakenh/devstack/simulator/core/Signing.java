package io.dakenh.devstack.simulator.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as the providers make them. */
public final class Signing {
  private Signing() {}

  /** HMAC in hex, with SHA-1 or SHA-256. */
  public static String hmac(String algorithm, String secret, byte[] message) {
    return HexFormat.of().formatHex(raw(algorithm, secret, message));
  }

  /** SHA-256 of several texts one after another, in hex. */
  public static String sha256(byte[]... pieces) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (byte[] piece : pieces) {
        hash.update(piece);
      }
      return HexFormat.of().formatHex(hash.digest());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The challenge of a PKCE verifier. */
  public static String challenge(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            HexFormat.of().parseHex(sha256(verifier.getBytes(StandardCharsets.US_ASCII))));
  }

  /** What Facebook posts to the callbacks of the people's wishes. */
  public static String signedRequest(String secret, String json) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String payload = base64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    byte[] signature = raw("HmacSHA256", secret, payload.getBytes(StandardCharsets.US_ASCII));
    return base64.encodeToString(signature) + "." + payload;
  }

  private static byte[] raw(String algorithm, String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
