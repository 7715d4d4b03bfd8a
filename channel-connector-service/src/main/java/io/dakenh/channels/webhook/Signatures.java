package io.dakenh.channels.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures of providers. They are over the bytes as received, never over JSON written anew. */
public final class Signatures {
  private static final String HMAC = "HmacSHA256";
  private static final String FACEBOOK_PREFIX = "sha256=";
  private static final String ZALO_PREFIX = "mac=";

  private Signatures() {}

  /** Facebook: HMAC-SHA256 of the body with the app's secret. */
  public static boolean facebook(byte[] body, @Nullable String header, String appSecret) {
    return header != null
        && header.startsWith(FACEBOOK_PREFIX)
        && same(
            header.substring(FACEBOOK_PREFIX.length()),
            hmac(appSecret.getBytes(StandardCharsets.UTF_8), body));
  }

  /** Zalo: plain SHA-256 of app id, body, timestamp and the OA secret key, one after another. */
  public static boolean zalo(
      String appId, byte[] body, String timestamp, String oaSecret, String header) {
    MessageDigest hash = sha256();
    hash.update(appId.getBytes(StandardCharsets.UTF_8));
    hash.update(body);
    hash.update(timestamp.getBytes(StandardCharsets.UTF_8));
    hash.update(oaSecret.getBytes(StandardCharsets.UTF_8));
    String mac = header.startsWith(ZALO_PREFIX) ? header.substring(ZALO_PREFIX.length()) : header;
    return same(mac, hash.digest());
  }

  /** Proof that a token is in the hands of the app it was made for. */
  public static String proof(String appSecret, String token) {
    return HexFormat.of()
        .formatHex(
            hmac(
                appSecret.getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8)));
  }

  /** HMAC-SHA256. */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC-SHA256", impossible);
    }
  }

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  private static boolean same(String hex, byte[] right) {
    byte[] shown = HexFormat.of().formatHex(right).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(shown, hex.getBytes(StandardCharsets.UTF_8));
  }
}
