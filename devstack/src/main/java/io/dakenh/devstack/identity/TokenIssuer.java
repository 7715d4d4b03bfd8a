package io.dakenh.devstack.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** A realm's discovery document and keys over HTTP, on a free port of the loopback address. */
public final class TokenIssuer implements AutoCloseable {
  private static final String PROPERTY = "dakenh.test.identity.issuer";
  private static final String REALM_PATH = "/realms/dakenh";

  private final HttpServer server;
  private final String issuer;

  private TokenIssuer(HttpServer server) {
    this.server = server;
    this.issuer = "http://127.0.0.1:" + server.getAddress().getPort() + REALM_PATH;
  }

  /** Starts one. */
  public static TokenIssuer start() {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
      TokenIssuer issuer = new TokenIssuer(server);
      issuer.serve();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the token issuer", e);
    }
  }

  /** The address of the issuer all tests of this JVM share; started at the first call. */
  public static String shared() {
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(PROPERTY);
      if (known != null) {
        return known;
      }
      String issuer = start().issuer();
      System.setProperty(PROPERTY, issuer);
      return issuer;
    }
  }

  /** What tokens carry as {@code iss}. */
  public String issuer() {
    return issuer;
  }

  private void serve() {
    String keys = new JsonWebKeySet(SigningKey.shared()).toJson(OutputControlLevel.PUBLIC_ONLY);
    String discovery =
        """
        {"issuer":"ISSUER",
         "jwks_uri":"ISSUER/protocol/openid-connect/certs",
         "authorization_endpoint":"ISSUER/protocol/openid-connect/auth",
         "token_endpoint":"ISSUER/protocol/openid-connect/token",
         "userinfo_endpoint":"ISSUER/protocol/openid-connect/userinfo",
         "introspection_endpoint":"ISSUER/protocol/openid-connect/token/introspect",
         "end_session_endpoint":"ISSUER/protocol/openid-connect/logout",
         "id_token_signing_alg_values_supported":["RS256"],
         "response_types_supported":["code"],
         "subject_types_supported":["public"]}
        """
            .replace("ISSUER", issuer);
    server.createContext(
        REALM_PATH + "/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
    server.createContext(
        REALM_PATH + "/protocol/openid-connect/certs", exchange -> answer(exchange, keys));
    server.setExecutor(task -> Thread.ofPlatform().daemon().name("token-issuer").start(task));
    // The server's own thread is made here and inherits daemon, so that it ends with the JVM.
    Thread starter =
        Thread.ofPlatform().daemon().name("token-issuer-start").unstarted(server::start);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
