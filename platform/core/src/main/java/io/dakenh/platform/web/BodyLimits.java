package io.dakenh.platform.web;

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

/**
 * How large a body each endpoint takes. The server's own limit is one for all and as large as the
 * largest upload; a service that takes files gives every other endpoint a small one.
 */
public final class BodyLimits {
  private static final int AFTER_THE_SERVERS_OWN = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  private BodyLimits() {}

  /** The limit of an endpoint. */
  @FunctionalInterface
  public interface Limits {
    /** Bytes a body may have. */
    long of(HttpMethod method, String path);
  }

  /**
   * From now on larger bodies are refused, before they are read where the caller says how large.
   */
  public static void register(Router router, Limits limits) {
    router.route().order(AFTER_THE_SERVERS_OWN).handler(context -> check(context, limits));
  }

  private static void check(RoutingContext context, Limits limits) {
    long limit = limits.of(context.request().method(), context.normalizedPath());
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
