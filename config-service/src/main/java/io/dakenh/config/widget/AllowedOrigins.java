package io.dakenh.config.widget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Websites that may carry a widget, ready to be compared with {@code Origin}. A request without the
 * header is not one of another website's page.
 */
final class AllowedOrigins {
  private static final String ANY = "*.";
  private static final String HTTPS = "https://";
  private static final String HTTP = "http://";

  private final Set<String> hosts = new HashSet<>();
  private final List<String> suffixes = new ArrayList<>();

  private AllowedOrigins(List<String> allowed) {
    for (String host : allowed) {
      if (host.startsWith(ANY)) {
        suffixes.add(host.substring(1));
      } else {
        hosts.add(host);
      }
    }
  }

  /** Null when every website may. */
  static @Nullable AllowedOrigins of(List<String> allowed) {
    return allowed.isEmpty() ? null : new AllowedOrigins(allowed);
  }

  boolean admits(@Nullable String origin) {
    if (origin == null) {
      return true;
    }
    String host;
    if (origin.startsWith(HTTPS)) {
      host = origin.substring(HTTPS.length());
    } else if (origin.startsWith(HTTP)) {
      host = origin.substring(HTTP.length());
    } else {
      return false;
    }
    host = host.toLowerCase(Locale.ROOT);
    if (hosts.contains(host)) {
      return true;
    }
    for (String suffix : suffixes) {
      if (host.length() > suffix.length() && host.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }
}
