package io.dakenh.config.popup;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The one form of the parts of an address; simple enough to be the same in every language. */
final class Normal {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
  private static final int ASCII = 128;
  private static final int HEX = 16;

  private Normal() {}

  /**
   * A path or query: letters, digits and {@code -._~} stand as they are, reserved marks too, all
   * else is percent-encoded UTF-8 in capitals. Normalising twice changes nothing.
   */
  static String encoded(String raw) {
    StringBuilder out = new StringBuilder(raw.length() + HEX);
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      if (c == '%' && i + 2 < raw.length() && hex(raw.charAt(i + 1)) && hex(raw.charAt(i + 2))) {
        int value = Integer.parseInt(raw, i + 1, i + 3, HEX);
        if (unreserved(value)) {
          out.append((char) value);
        } else {
          percent(out, value);
        }
        i += 3;
        continue;
      }
      if (unreserved(c) || RESERVED.indexOf(c) >= 0) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          percent(out, b & 0xff);
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /**
   * A host with its port: lower case, international names in their ASCII form, without the trailing
   * dot and without the scheme's own port; empty when it cannot be one.
   *
   * @param scheme without which the ports of both schemes count as their own
   */
  static String host(String raw, String scheme) {
    String authority = raw.substring(raw.lastIndexOf('@') + 1);
    int colon = authority.lastIndexOf(':');
    if (colon <= authority.lastIndexOf(']')) {
      colon = -1;
    }
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    String name = ascii(colon < 0 ? authority : authority.substring(0, colon));
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "";
    }
    boolean own =
        port.isEmpty()
            || port.equals("80") && !scheme.equals("https")
            || port.equals("443") && !scheme.equals("http");
    return own ? name : name + ":" + port;
  }

  private static String ascii(String name) {
    try {
      return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAHost) {
      return "";
    }
  }

  /** Without slashes at the end. */
  static String withoutTrailingSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static boolean unreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c < ASCII && UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private static boolean hex(char c) {
    return Character.digit(c, HEX) >= 0 && c < ASCII;
  }

  private static void percent(StringBuilder out, int value) {
    out.append('%')
        .append(Character.toUpperCase(Character.forDigit(value >> 4, HEX)))
        .append(Character.toUpperCase(Character.forDigit(value & 0xf, HEX)));
  }
}
