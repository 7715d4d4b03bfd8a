package io.dakenh.devstack.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of the suite answers a path of the common origin. */
final class Routes {
  /** What becomes of a request. */
  sealed interface Target {}

  /** To be answered by a part under a path of its own. */
  record Part(String name, String path) implements Target {}

  /** Nothing is published under this path. */
  record Nowhere() implements Target {}

  /** A path that could mean something else to the part than to the gateway. */
  record Unclear() implements Target {}

  static final String CONFIG = "config";
  static final String LIVETALK = "livetalk";
  static final String KEYCLOAK = "keycloak";
  static final String REFERRAL = "referral";
  static final Set<String> SERVICES =
      Set.of(CONFIG, LIVETALK, "routing", "billing", REFERRAL, "channels");

  private static final String API = "/api/";
  private static final Map<String, String> FOLDERS =
      Map.of("widget", LIVETALK, "site", LIVETALK, "ws", LIVETALK, "auth", KEYCLOAK, "r", REFERRAL);

  /** Health, metrics and the like of the parts are for those who run them. */
  private static final Set<String> PRIVATE = Set.of("q");

  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(^|/|%2f|\\\\|%5c)(\\.|%2e){1,2}(/|%2f|\\\\|%5c|;|$)");

  private Routes() {}

  static Target of(@Nullable String path) {
    if (path == null || !path.startsWith("/")) {
      return new Unclear();
    }
    if (path.contains("//") || DOT_SEGMENT.matcher(path.toLowerCase(Locale.ROOT)).find()) {
      return new Unclear();
    }
    if (path.startsWith(API)) {
      return api(path);
    }
    String first = firstSegment(path, 1);
    if (PRIVATE.contains(first) || first.equals("api")) {
      return new Nowhere();
    }
    return new Part(FOLDERS.getOrDefault(first, CONFIG), path);
  }

  private static Target api(String path) {
    String service = firstSegment(path, API.length());
    if (!SERVICES.contains(service)) {
      return new Nowhere();
    }
    String rest = path.substring(API.length() + service.length());
    return rest.length() > 1 ? new Part(service, "/api" + rest) : new Nowhere();
  }

  private static String firstSegment(String path, int from) {
    int end = path.indexOf('/', from);
    return end < 0 ? path.substring(from) : path.substring(from, end);
  }
}
