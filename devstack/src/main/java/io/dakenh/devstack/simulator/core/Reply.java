package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a caller gets. */
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  /** JSON. */
  public static Reply json(int status, Object body) {
    try {
      return new Reply(
          status,
          "application/json; charset=UTF-8",
          Request.JSON.writeValueAsBytes(body),
          Map.of());
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("cannot be written", impossible);
    }
  }

  /** A page. */
  public static Reply html(int status, String page) {
    return new Reply(
        status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** Elsewhere. */
  public static Reply redirect(String to) {
    return new Reply(302, "text/plain", new byte[0], Map.of("Location", to));
  }

  /** Nothing to say. */
  public static Reply none() {
    return new Reply(204, "text/plain", new byte[0], Map.of());
  }

  /** With one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, type, body, more);
  }

  /** Sends it. */
  public void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (status == 204) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
    exchange.close();
  }
}
