package io.dakenh.livetalk.site;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How long browsers may keep what they load from us: files with a hash in their name for ever, the
 * loader, which websites name for years, only for minutes, pages not at all without asking.
 */
@ApplicationScoped
class StaticHeaders {
  private static final String WIDGET = "/widget/";
  private static final String SITE = "/site";
  private static final int BEFORE_STATIC_FILES = -1;

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
  private static final String ASK_FIRST = "no-cache";

  /**
   * The chat runs in its own frame: nothing but our own code, no inline scripts, pictures from
   * https.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'";

  void register(@Observes Router router) {
    router.get("/widget/*").order(BEFORE_STATIC_FILES).handler(StaticHeaders::widget);
    router.get("/site").order(BEFORE_STATIC_FILES).handler(StaticHeaders::site);
    router.get("/site/*").order(BEFORE_STATIC_FILES).handler(StaticHeaders::site);
  }

  private static void widget(RoutingContext request) {
    String path = request.normalizedPath().substring(WIDGET.length());
    boolean page = path.endsWith(".html");
    String cache = path.contains("/assets/") ? FOR_EVER : page ? ASK_FIRST : FOR_MINUTES;
    request.addHeadersEndHandler(
        ended -> {
          MultiMap headers = common(request.response(), cache);
          if (page) {
            headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
          } else {
            // Websites of any origin load the loader.
            headers.set("cross-origin-resource-policy", "cross-origin");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
          }
        });
    request.next();
  }

  private static void site(RoutingContext request) {
    if (request.normalizedPath().equals(SITE)) {
      request.redirect("/site/");
      return;
    }
    request.addHeadersEndHandler(ended -> common(request.response(), ASK_FIRST));
    request.next();
  }

  /** An error is never kept, whatever the path says. */
  private static MultiMap common(HttpServerResponse response, String cache) {
    int status = response.getStatusCode();
    boolean found = status == 200 || status == 206 || status == 304;
    return response
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, found ? cache : "no-store")
        .set("x-content-type-options", "nosniff")
        .set("referrer-policy", "strict-origin-when-cross-origin");
  }
}
