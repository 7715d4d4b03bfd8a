package io.dakenh.config.http;

import io.dakenh.platform.web.BodyLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Endpoints that take files or whole sections take more than the others. */
@ApplicationScoped
class LargeBodies {
  private static final long USUAL = 128 * 1024L;

  /** A hundred popups with all they may hold. */
  private static final long SECTION = 2 * 1024 * 1024L;

  private static final String SECTIONS = "/api/v1/sections/";

  /** Endpoints that take files. */
  private static final Map<String, Long> LARGE =
      Map.of(
          "/api/v1/media", UploadBody.LARGEST,
          "/api/v1/canned-messages/import", UploadBody.LARGEST_CSV);

  void register(@Observes Router router) {
    BodyLimits.register(router, LargeBodies::limit);
  }

  private static long limit(HttpMethod method, String path) {
    if (path.startsWith(SECTIONS)) {
      return SECTION;
    }
    return method.equals(HttpMethod.POST) ? LARGE.getOrDefault(path, USUAL) : USUAL;
  }
}
