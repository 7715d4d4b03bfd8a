package io.dakenh.livetalk.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves files as the connector does: {@code /internal/v1/media/picture/…} and {@code …/pdf/…};
 * {@code …/late/…} is refused the first time it is asked for, everything else is gone.
 */
public final class MediaServer implements QuarkusTestResourceLifecycleManager {
  private static final String ROOT = "/internal/v1/media/";

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    server.createContext(ROOT, this::serve);
    server.start();
    return Map.of(
        "dakenh.livetalk.channels-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    if (path.startsWith("late/") && asked.add(path)) {
      answer(exchange, 503, new byte[0]);
    } else if (path.startsWith("picture/") || path.startsWith("late/")) {
      answer(exchange, 200, SampleFiles.picture("png", 64, 48));
    } else if (path.startsWith("pdf/")) {
      answer(exchange, 200, SampleFiles.pdf());
    } else if (path.startsWith("program/")) {
      answer(exchange, 200, new byte[] {'M', 'Z', 0, 1, 2, 3});
    } else {
      answer(exchange, 404, new byte[0]);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
