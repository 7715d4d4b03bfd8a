package io.dakenh.livetalk.replica;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Each side shows the other that it knows the secret, by a code over numbers both have drawn: the
 * secret never travels, and what was overheard is of no use another time.
 */
final class Handshake {
  static final int NONCE_BYTES = 32;
  static final int PROOF_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Which side proves; a proof of one is none of the other. */
  enum Side {
    DIALS,
    ANSWERS
  }

  private final SecretKeySpec key;

  Handshake(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  static byte[] nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return nonce;
  }

  byte[] proof(Side side, byte[] answererNonce, byte[] diallerNonce, byte[] claims) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("dakenh replica stream 1 " + side).getBytes(StandardCharsets.UTF_8));
      mac.update(answererNonce);
      mac.update(diallerNonce);
      return mac.doFinal(claims);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("no " + ALGORITHM, impossible);
    }
  }

  /** In a time that says nothing about where they differ. */
  boolean proves(byte[] told, Side side, byte[] answererNonce, byte[] diallerNonce, byte[] claims) {
    return MessageDigest.isEqual(told, proof(side, answererNonce, diallerNonce, claims));
  }
}
