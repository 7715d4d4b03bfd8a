package io.dakenh.channels.outbound;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Livetalk as far as files are concerned: one file, at the address the service is configured with.
 */
final class Files implements AutoCloseable {
  private final HttpServer server;

  private Files(HttpServer server) {
    this.server = server;
  }

  static Files serve(byte[] bytes) throws IOException {
    String url = ConfigProvider.getConfig().getValue("dakenh.channels.livetalk-url", String.class);
    int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/api/v1/public/attachments/1/file",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return new Files(server);
  }

  String path() {
    return "/api/v1/public/attachments/1/file?expires=1&signature=x";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
