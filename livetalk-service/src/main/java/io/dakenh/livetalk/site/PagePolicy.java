package io.dakenh.livetalk.site;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Content security policies of our pages: nothing but our own code, no inline scripts, pictures
 * from https, and frames only where they belong.
 */
final class PagePolicy {
  static final String EVERYBODY = "*";
  static final String NOBODY_ELSE = "'self'";

  /**
   * Calls need microphone and camera; whoever frames the chat passes them on with {@code allow}.
   */
  static final String DEVICES = "camera=*, microphone=*, geolocation=()";

  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; "
          + "media-src 'self'; base-uri 'none'; form-action 'none'";

  /** Whatever is no host cannot slip into the header. */
  private static final Pattern HOST =
      Pattern.compile("(?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?");

  private PagePolicy() {}

  /** The chat, which talks to us. */
  static String app(String ancestors) {
    return PAGE + "; connect-src 'self'; frame-ancestors " + ancestors;
  }

  /** The console's preview, which talks to nobody and frames itself. */
  static String preview() {
    return PAGE + "; frame-src 'self'; frame-ancestors 'self'";
  }

  /**
   * Who may frame a business's chat: the websites it named, or everybody when it named none. Our
   * own pages always may: the trial page is one.
   */
  static String ancestors(List<String> allowed) {
    if (allowed.isEmpty()) {
      return EVERYBODY;
    }
    return allowed.stream()
        .filter(host -> HOST.matcher(host).matches())
        .collect(Collectors.joining(" ", NOBODY_ELSE + " ", ""))
        .strip();
  }
}
