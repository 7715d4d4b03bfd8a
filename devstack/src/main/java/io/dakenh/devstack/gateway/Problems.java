package io.dakenh.devstack.gateway;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** The few errors the gateway answers by itself. */
final class Problems {
  private static final String TYPE_BASE = "https://dakenh.io/problems/";

  private Problems() {}

  static void notFound(HttpServerResponse response, String path) {
    send(response, 404, "not-found", "Not found", "Nothing is published under this path.", path);
  }

  static void unclearPath(HttpServerResponse response) {
    send(response, 400, "malformed-path", "Malformed path", "The path has dot segments.", "/");
  }

  static void unavailable(HttpServerResponse response, String part, String path) {
    response.putHeader("Retry-After", "1");
    send(
        response,
        503,
        part + "-unavailable",
        "Temporarily unavailable",
        "The part '" + part + "' does not answer at the moment.",
        path);
  }

  static void timeout(HttpServerResponse response, String part, String path) {
    send(
        response,
        504,
        part + "-timeout",
        "No answer in time",
        "The part '" + part + "' took the request but did not answer in time.",
        path);
  }

  private static void send(
      HttpServerResponse response,
      int status,
      String code,
      String title,
      String detail,
      String instance) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(
            new JsonObject()
                .put("type", TYPE_BASE + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance)
                .put("code", code)
                .toBuffer());
  }
}
