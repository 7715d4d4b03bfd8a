package io.dakenh.config.http;

import io.dakenh.platform.problem.Problem;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * How large a body each endpoint takes. The server's own limit is one for all and as large as the
 * largest upload; here every other endpoint gets the small one.
 */
@ApplicationScoped
class BodyLimits {
  private static final int AFTER_THE_SERVERS_OWN = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;
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
    router.route().order(AFTER_THE_SERVERS_OWN).handler(BodyLimits::check);
  }

  private static void check(RoutingContext context) {
    long limit = limit(context.request().method(), context.normalizedPath());
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
      context.next();
    } else if (longer(length, limit)) {
      refuse(context);
    } else {
      context.next();
    }
  }

  private static long limit(HttpMethod method, String path) {
    if (path.startsWith(SECTIONS)) {
      return SECTION;
    }
    return method.equals(HttpMethod.POST) ? LARGE.getOrDefault(path, USUAL) : USUAL;
  }

  private static boolean longer(String length, long limit) {
    try {
      return Long.parseLong(length.strip()) > limit;
    } catch (NumberFormatException malformed) {
      return true;
    }
  }

  /** The rest of the body is not waited for: the connection ends with the answer. */
  private static void refuse(RoutingContext context) {
    ProblemException problem =
        ProblemException.of(
            ProblemKind.TOO_LARGE, "body-too-large", ProblemKind.TOO_LARGE.title() + ".");
    context
        .response()
        .setStatusCode(ProblemKind.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(Json.encode(Problem.of(problem, context.normalizedPath())));
  }
}
