package io.dakenh.channels.link;

import io.dakenh.channels.webhook.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values of a dialog, and what is kept of them. */
final class Secrets {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** 43 characters; also the form PKCE wants of a verifier. */
  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is stored instead of a value; also the challenge of a verifier. */
  static String hash(String value) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Signatures.sha256().digest(value.getBytes(StandardCharsets.US_ASCII)));
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
