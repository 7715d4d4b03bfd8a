package io.dakenh.config.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Passes bytes on to a server, until it is blocked over HTTP: then it cuts what is open and what
 * comes.
 */
final class TcpRoad implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TcpRoad.class);

  private final String host;
  private final int target;
  private final ServerSocket entrance;
  private final HttpServer control;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong requests = new AtomicLong();
  private volatile boolean blocked;

  TcpRoad(String host, int target) throws IOException {
    this.host = host;
    this.target = target;
    this.entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    control.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/blocked")) {
              blocked = true;
              open.forEach(TcpRoad::cut);
            } else if (path.equals("/free")) {
              blocked = false;
            }
            byte[] answer =
                Long.toString(requests.get()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    control.start();
    Thread.ofPlatform().daemon().name("road").start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  int controlPort() {
    return control.getAddress().getPort();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (blocked) {
          client.close();
        } else {
          connect(client);
        }
      } catch (IOException ended) {
        LOG.debug("no more connections", ended);
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(host, target);
    open.add(client);
    open.add(server);
    Thread.ofVirtual().start(() -> copy(client, server, true));
    Thread.ofVirtual().start(() -> copy(server, client, false));
  }

  private void copy(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[16_384];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (counted) {
          requests.incrementAndGet();
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException cut) {
      LOG.trace("connection ended", cut);
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      LOG.trace("was closed", already);
    }
  }

  @Override
  public void close() {
    control.stop(0);
    open.forEach(TcpRoad::cut);
    try {
      entrance.close();
    } catch (IOException already) {
      LOG.trace("was closed", already);
    }
  }
}
