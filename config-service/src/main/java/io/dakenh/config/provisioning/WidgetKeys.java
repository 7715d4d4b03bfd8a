package io.dakenh.config.provisioning;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Public keys of widgets: 192 random bits in letters that a URL and an HTML attribute take as they
 * are.
 */
final class WidgetKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private WidgetKeys() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
