package io.dakenh.devstack.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers go on, and what the parts are told about the caller. */
final class ForwardedHeaders {
  /** About one connection only (RFC 9110, 7.6.1), so never passed on. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** A caller's own claims about where it comes from are not believed. */
  private static final Set<String> CLAIMS =
      Set.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-forwarded-prefix");

  private final String scheme;

  ForwardedHeaders(URI publicUrl) {
    this.scheme = publicUrl.getScheme();
  }

  /** Copies the caller's headers and adds who called. */
  void toPart(HttpServerRequest request, MultiMap outgoing) {
    copy(request.headers(), outgoing, CLAIMS);
    @Nullable String host = request.getHeader("Host");
    outgoing.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    outgoing.set("X-Forwarded-Proto", scheme);
    if (host != null) {
      outgoing.set("X-Forwarded-Host", host);
      outgoing.set("X-Forwarded-Port", port(host));
    }
  }

  /** Copies the part's headers. */
  static void toCaller(MultiMap answered, MultiMap outgoing) {
    copy(answered, outgoing, Set.of());
  }

  private static void copy(MultiMap from, MultiMap to, Set<String> except) {
    Set<String> listed = new HashSet<>(HOP_BY_HOP);
    for (String connection : from.getAll("Connection")) {
      for (String name : connection.split(",")) {
        listed.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    from.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!listed.contains(lower) && !except.contains(lower)) {
            to.add(name, value);
          }
        });
  }

  private String port(String host) {
    int colon = host.lastIndexOf(':');
    // An IPv6 literal ends with its bracket when it names no port.
    if (colon > 0 && host.indexOf(']', colon) < 0) {
      return host.substring(colon + 1);
    }
    return "https".equals(scheme) ? "443" : "80";
  }
}
