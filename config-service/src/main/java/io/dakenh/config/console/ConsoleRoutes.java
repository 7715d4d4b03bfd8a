package io.dakenh.config.console;

import io.dakenh.config.http.Encodings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Serves the console. A path without a file name is one of its pages, whatever it is: the page
 * itself knows. Files with a hash in the name never change; the page is asked for anew each time.
 */
@ApplicationScoped
class ConsoleRoutes {
  private static final int BEFORE_EVERYTHING_ELSE = -50;
  private static final String INDEX = "/index.html";
  private static final String HASHED = "/assets/";
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /**
   * The console's policy. Ant Design writes style elements at run time, to which a static page can
   * give no nonce: hence inline styles.
   */
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data: blob:; "
          + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; "
          + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

  private final ConsoleFiles files;

  @Inject
  ConsoleRoutes(ConsoleFiles files) {
    this.files = files;
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_EVERYTHING_ELSE).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.normalizedPath();
    if (!(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) || !ours(path)) {
      context.next();
      return;
    }
    String name = path.indexOf('.', path.lastIndexOf('/')) < 0 ? INDEX : path;
    ConsoleFile cached = files.cached(name);
    if (cached != null) {
      send(context, name, cached);
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> files.load(name), false)
        .onSuccess(
            file -> {
              if (file == null) {
                context.next();
              } else {
                send(context, name, file);
              }
            })
        .onFailure(context::fail);
  }

  private static boolean ours(String path) {
    return !path.equals("/api")
        && !path.startsWith("/api/")
        && !path.equals("/q")
        && !path.startsWith("/q/");
  }

  private static void send(RoutingContext context, String name, ConsoleFile file) {
    HttpServerResponse response = context.response();
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    Buffer body = file.plain();
    String tag = file.tag();
    if (file.brotli() != null && Encodings.accepts(accepted, "br")) {
      body = file.brotli();
      tag += "-br";
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "br");
    } else if (file.gzip() != null && Encodings.accepts(accepted, "gzip")) {
      body = file.gzip();
      tag += "-gzip";
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response
        .putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader(
            HttpHeaders.CACHE_CONTROL,
            name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    if (name.endsWith(".html")) {
      response
          .putHeader("Content-Security-Policy", POLICY)
          .putHeader("X-Frame-Options", "SAMEORIGIN")
          .putHeader("Cross-Origin-Opener-Policy", "same-origin")
          .putHeader("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
    }
    String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains("\"" + file.tag())) {
      response.headers().remove(HttpHeaders.CONTENT_ENCODING);
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.setStatusCode(OK).putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }
}
