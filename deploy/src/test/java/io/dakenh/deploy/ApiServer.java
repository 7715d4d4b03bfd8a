package io.dakenh.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** As much of a cluster as Helm's function {@code lookup} asks for: Secrets of one namespace. */
final class ApiServer {
  static final String NAMESPACE = "care";

  private static final ApiServer SHARED = start();
  private static final String SECRETS = "/api/v1/namespaces/" + NAMESPACE + "/secrets/";

  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  private ApiServer() {}

  /** The one that the environment's {@code KUBECONFIG} names. */
  static ApiServer shared() {
    return SHARED;
  }

  void clear() {
    secrets.clear();
  }

  /** From now on this Secret is in the cluster. */
  void put(String name, String json) {
    secrets.put(name, json);
  }

  private static ApiServer start() {
    ApiServer made = new ApiServer();
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", made::answer);
      server.start();
      Path file = Path.of(Objects.requireNonNull(System.getenv("KUBECONFIG"), "KUBECONFIG"));
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          """
          apiVersion: v1
          kind: Config
          clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
          contexts: [{name: test, context: {cluster: test, user: nobody}}]
          users: [{name: nobody, user: {}}]
          current-context: test
          """
              .formatted(server.getAddress().getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/api/v1")) {
      reply(
          exchange,
          200,
          """
          {"kind":"APIResourceList","groupVersion":"v1","resources":[
           {"name":"secrets","singularName":"secret","namespaced":true,"kind":"Secret","verbs":["get"]}]}
          """);
    } else if (path.startsWith(SECRETS) && secrets.containsKey(path.substring(SECRETS.length()))) {
      reply(exchange, 200, secrets.get(path.substring(SECRETS.length())));
    } else {
      reply(
          exchange,
          404,
          """
          {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}
          """);
    }
  }

  private static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
