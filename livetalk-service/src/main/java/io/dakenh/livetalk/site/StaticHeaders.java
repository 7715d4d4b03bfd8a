package io.dakenh.livetalk.site;

import io.dakenh.livetalk.settings.Websites;
import io.dakenh.platform.problem.ProblemException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How static files are served, the one place that says so. How long browsers may keep what they
 * load from us: files with a hash in their name for ever, the loader, which websites name for
 * years, only for minutes, pages not at all without asking. And who may show our pages in a frame.
 */
@ApplicationScoped
class StaticHeaders {
  private static final Logger LOG = Logger.getLogger(StaticHeaders.class);
  private static final String WIDGET = "/widget/";
  private static final String APP = "/widget/v1/app.html";
  private static final String PREVIEW = "/widget/v1/preview.html";

  /** What the console knows the preview by, whatever the widget's version. */
  private static final String PREVIEW_OF_ANY_VERSION = "/widget/preview.html";

  private static final String SITE = "/site";
  private static final String TRIAL = "/site/thu/";

  /** One page under many paths, so that popup messages of several pages can be tried. */
  private static final Pattern TRIAL_PAGES = Pattern.compile("/site/thu(?:/[a-z0-9-]+)?");

  private static final int BEFORE_STATIC_FILES = -1;

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
  private static final String ASK_FIRST = "no-cache";

  private final Websites websites;

  @Inject
  StaticHeaders(Websites websites) {
    this.websites = websites;
  }

  void register(@Observes Router router) {
    router.get(APP).order(BEFORE_STATIC_FILES).handler(this::app);
    router
        .get(PREVIEW_OF_ANY_VERSION)
        .order(BEFORE_STATIC_FILES)
        .handler(StaticHeaders::currentPreview);
    router.get("/widget/*").order(BEFORE_STATIC_FILES).handler(StaticHeaders::widget);
    router.get(SITE).order(BEFORE_STATIC_FILES).handler(StaticHeaders::site);
    router.get("/site/*").order(BEFORE_STATIC_FILES).handler(StaticHeaders::site);
  }

  /** The chat's page may be framed by the websites of the business it is asked for. */
  private void app(RoutingContext request) {
    String widgetKey = request.request().getParam("key");
    Context loop = request.vertx().getOrCreateContext();
    request.request().pause();
    Thread.ofVirtual()
        .name("widget-page")
        .start(
            () -> {
              String ancestors = ancestors(widgetKey);
              loop.runOnContext(
                  ready -> {
                    request.request().resume();
                    headers(request, ASK_FIRST, PagePolicy.app(ancestors));
                    request.next();
                  });
            });
  }

  private String ancestors(@Nullable String widgetKey) {
    try {
      return widgetKey == null
          ? PagePolicy.NOBODY_ELSE
          : websites.allowed(widgetKey).map(PagePolicy::ancestors).orElse(PagePolicy.NOBODY_ELSE);
    } catch (ProblemException away) {
      // Without this page nobody is told that the connection is lost. The settings themselves are
      // refused to other websites by the service that keeps them.
      LOG.warnf("websites of a widget cannot be looked up: %s", away.code());
      return PagePolicy.EVERYBODY;
    }
  }

  private static void widget(RoutingContext request) {
    String path = request.normalizedPath();
    if (path.equals(APP)) {
      request.next();
    } else if (path.equals(PREVIEW)) {
      headers(request, ASK_FIRST, PagePolicy.preview());
      request.next();
    } else {
      String file = path.substring(WIDGET.length());
      String cache =
          file.contains("/assets/") ? FOR_EVER : file.endsWith(".html") ? ASK_FIRST : FOR_MINUTES;
      headers(request, cache, file.endsWith(".html") ? PagePolicy.app("'self'") : null);
      request.next();
    }
  }

  private static void currentPreview(RoutingContext request) {
    String query = request.request().query();
    request.response().putHeader(HttpHeaderNames.CACHE_CONTROL, ASK_FIRST);
    request.redirect(query == null ? PREVIEW : PREVIEW + "?" + query);
  }

  private static void site(RoutingContext request) {
    if (request.normalizedPath().equals(SITE)) {
      request.redirect("/site/");
      return;
    }
    if (TRIAL_PAGES.matcher(request.normalizedPath()).matches()) {
      request.reroute(TRIAL);
      return;
    }
    request.addHeadersEndHandler(ended -> common(request.response(), ASK_FIRST));
    request.next();
  }

  private static void headers(RoutingContext request, String cache, @Nullable String policy) {
    request.addHeadersEndHandler(
        ended -> {
          MultiMap headers = common(request.response(), cache);
          if (policy == null) {
            // Websites of any origin load the loader.
            headers.set("cross-origin-resource-policy", "cross-origin");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
          } else {
            headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, policy);
          }
        });
  }

  /** An error is never kept, whatever the path says. */
  private static MultiMap common(HttpServerResponse response, String cache) {
    int status = response.getStatusCode();
    boolean found = status == 200 || status == 206 || status == 304;
    return response
        .headers()
        .set(HttpHeaderNames.CACHE_CONTROL, found ? cache : "no-store")
        .set("x-content-type-options", "nosniff")
        .set("permissions-policy", PagePolicy.DEVICES)
        .set("referrer-policy", "strict-origin-when-cross-origin");
  }
}
