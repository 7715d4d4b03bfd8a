package io.dakenh.e2e.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server of a business that takes webhooks, on this machine. */
public final class HookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Hook> hooks = new CopyOnWriteArrayList<>();

  /** Listens on a free port. */
  public HookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    server.createContext("/", this::take);
    server.start();
  }

  /** What came. */
  public record Hook(String event, String delivery, String signature, String body) {
    /** Whether the secret signed it, checked as the guide for integrators says. */
    public boolean signedWith(String secret) {
      List<String> parts = List.of(signature.split(","));
      String time = parts.getFirst().substring("t=".length());
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] right = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
        return parts.contains("v1=" + HexFormat.of().formatHex(right));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    hooks.add(
        new Hook(
            exchange.getRequestHeaders().getFirst("Dakenh-Event"),
            exchange.getRequestHeaders().getFirst("Dakenh-Delivery"),
            exchange.getRequestHeaders().getFirst("Dakenh-Signature"),
            body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** All that came, in order. */
  public List<Hook> hooks() {
    return hooks;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
