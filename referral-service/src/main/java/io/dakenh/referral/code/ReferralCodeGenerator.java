package io.dakenh.referral.code;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Draws codes people can read out: eight characters without those taken for each other (0 O, 1 I
 * L). 31⁸ codes, not guessable from another.
 */
@ApplicationScoped
class ReferralCodeGenerator {
  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int LENGTH = 8;

  private final SecureRandom random = new SecureRandom();

  /** A code, perhaps one that is taken. */
  String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code as somebody may have typed it. */
  static String normalised(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }
}
