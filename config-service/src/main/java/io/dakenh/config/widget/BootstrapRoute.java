package io.dakenh.config.widget;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Answers with documents that are in memory: on the event loop, without a thread, a query, a
 * compression or anything of JAX-RS. What is not in memory goes on to {@link BootstrapResource}.
 */
@ApplicationScoped
class BootstrapRoute {
  static final String FRESH = "public, max-age=1, must-revalidate";
  static final String VARY = "Accept-Encoding";
  static final String VARY_RESTRICTED = "Accept-Encoding, Origin";

  private static final int FIRST = -100;
  private static final int NOT_MODIFIED = 304;
  private static final String PREFIX = "/api/v1/public/widgets/";
  private static final CharSequence FRESH_VALUE = HttpHeaders.createOptimized(FRESH);
  private static final CharSequence VARY_VALUE = HttpHeaders.createOptimized(VARY);
  private static final CharSequence VARY_RESTRICTED_VALUE =
      HttpHeaders.createOptimized(VARY_RESTRICTED);
  private static final CharSequence JSON =
      HttpHeaders.createOptimized("application/json;charset=UTF-8");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence ETAG_NAME = HttpHeaders.createOptimized("ETag");
  private static final CharSequence RESOURCE_POLICY =
      HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
  private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");

  private final Bootstraps bootstraps;
  private final WebsiteSightings sightings;

  @Inject
  BootstrapRoute(Bootstraps bootstraps, WebsiteSightings sightings) {
    this.bootstraps = bootstraps;
    this.sightings = sightings;
  }

  void register(@Observes Router router) {
    router.route(PREFIX + "*").order(FIRST).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    Bootstrap bootstrap =
        request.method() == HttpMethod.GET && path.startsWith(PREFIX)
            ? bootstraps.cached(path.substring(PREFIX.length()))
            : null;
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (bootstrap == null || !bootstrap.admits(origin)) {
      context.next();
      return;
    }
    sightings.saw(bootstrap.tenantId(), origin);
    send(request, bootstrap);
  }

  private static void send(HttpServerRequest request, Bootstrap bootstrap) {
    Bootstrap.Variant variant = bootstrap.variant(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, variant.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, FRESH_VALUE)
        .putHeader(
            HttpHeaders.VARY, bootstrap.origins() == null ? VARY_VALUE : VARY_RESTRICTED_VALUE)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ETAG_NAME)
        .putHeader(RESOURCE_POLICY, CROSS_ORIGIN)
        .putHeader(CONTENT_TYPE_OPTIONS, NOSNIFF);
    if (bootstrap.known(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    if (variant.encoding() != null) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, variant.encoding());
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CONTENT_LENGTH, variant.length())
        .end(variant.body());
  }
}
