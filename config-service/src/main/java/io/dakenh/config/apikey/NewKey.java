package io.dakenh.config.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key that was just made: {@code dk_<handle>_<secret>}. The handle finds the key, the 256 bits of
 * the secret prove it; the prefix lets scanners of leaked secrets recognise it.
 *
 * @param key whole, as its owner keeps it
 */
record NewKey(String handle, String key) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HANDLE_BYTES = 6;
  private static final int SECRET_BYTES = 32;

  static NewKey make() {
    String handle = random(HANDLE_BYTES);
    return new NewKey(handle, "dk_" + handle + "_" + random(SECRET_BYTES));
  }

  /** What is kept of it. */
  String hash() {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String random(int bytes) {
    byte[] some = new byte[bytes];
    RANDOM.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "dk_" + handle;
  }
}
