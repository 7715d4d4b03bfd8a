package io.dakenh.e2e.suite;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone: codes by time (RFC 6238), six digits, SHA-1. */
public final class TimeCode {
  /** How long a code is shown. */
  public static final int PERIOD_SECONDS = 30;

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_OF_A_LETTER = 5;
  private static final int DIGITS = 1_000_000;

  private final byte[] key;

  private TimeCode(byte[] key) {
    this.key = key;
  }

  /** By the secret as a page shows it: Base32 in groups. */
  public static TimeCode of(String shown) {
    String letters = shown.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    byte[] key = new byte[letters.length() * BITS_OF_A_LETTER / Byte.SIZE];
    for (int bit = 0; bit < key.length * Byte.SIZE; bit++) {
      int value = ALPHABET.indexOf(letters.charAt(bit / BITS_OF_A_LETTER));
      if (value < 0) {
        throw new IllegalArgumentException("not a secret in Base32");
      }
      int set = (value >> (BITS_OF_A_LETTER - 1 - bit % BITS_OF_A_LETTER)) & 1;
      key[bit / Byte.SIZE] |= (byte) (set << (Byte.SIZE - 1 - bit % Byte.SIZE));
    }
    return new TimeCode(key);
  }

  /** What the app shows at a time. */
  public String at(Instant time) {
    byte[] counter =
        ByteBuffer.allocate(Long.BYTES).putLong(time.getEpochSecond() / PERIOD_SECONDS).array();
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(counter);
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % DIGITS);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
