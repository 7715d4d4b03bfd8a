package io.dakenh.devstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.devstack.infra.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<HttpServerRequest> cut = new ArrayBlockingQueue<>(4);
  private int port;
  private int away;

  @BeforeEach
  void start() throws Exception {
    int config = backend("config").actualPort();
    int second = backend("second").actualPort();
    away = Ports.free();
    port = Ports.free();
    Upstreams upstreams =
        new Upstreams(
            Map.of(
                "config", List.of(at(config)),
                "routing", List.of(at(away), at(config), at(second)),
                "livetalk", List.of(at(away))));
    Gateway gateway = new Gateway("127.0.0.1", port, URI.create("https://care.example"), upstreams);
    vertx
        .deployVerticle(gateway)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static SocketAddress at(int port) {
    return SocketAddress.inetSocketAddress(port, "127.0.0.1");
  }

  private HttpServer backend(String name) throws Exception {
    return vertx
        .createHttpServer()
        .requestHandler(request -> answer(name, request))
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private void answer(String name, HttpServerRequest request) {
    switch (request.path()) {
      case "/api/v1/count" -> {
        long[] bytes = {0};
        request.handler(chunk -> bytes[0] += chunk.length());
        request.endHandler(end -> request.response().end(Long.toString(bytes[0])));
      }
      case "/api/v1/half" -> {
        request.response().putHeader("Content-Length", "100").write("half");
        cut.add(request);
      }
      case "/api/v1/unchanged" ->
          request.response().setStatusCode(304).putHeader("ETag", "\"7\"").end();
      default -> {
        JsonObject seen = new JsonObject().put("by", name).put("uri", request.uri());
        request
            .headers()
            .forEach((key, value) -> seen.put(key.toLowerCase(java.util.Locale.ROOT), value));
        request.response().setStatusCode(201).putHeader("Location", "/x").end(seen.toBuffer());
      }
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LIMIT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void passesARequestAndItsAnswerOn() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/config/v1/staff?limit=5&q=%C4%90%E1%BB%A9c")
                .header("Authorization", "Bearer t"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location")).contains("/x");
    JsonObject seen = new JsonObject(answer.body());
    assertThat(seen.getString("uri")).isEqualTo("/api/v1/staff?limit=5&q=%C4%90%E1%BB%A9c");
    assertThat(seen.getString("authorization")).isEqualTo("Bearer t");
  }

  @Test
  void tellsWhoCalledAndBelievesNoClaims() throws Exception {
    JsonObject seen =
        new JsonObject(
            send(request("/api/config/v1/me")
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "for=203.0.113.9"))
                .body());

    assertThat(seen.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(seen.getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + port);
    assertThat(seen.getString("x-forwarded-port")).isEqualTo(Integer.toString(port));
    assertThat(seen.getString("x-forwarded-proto")).isEqualTo("https");
    assertThat(seen.containsKey("forwarded")).isFalse();
  }

  @Test
  void streamsABodyOfUnknownLength() throws Exception {
    byte[] body = new byte[3_000_000];

    HttpResponse<String> answer =
        send(
            request("/api/config/v1/count")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

    assertThat(answer.body()).isEqualTo("3000000");
  }

  @Test
  void keepsAnswersWithoutABody() throws Exception {
    HttpResponse<String> answer = send(request("/api/config/v1/unchanged"));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
  }

  @Test
  void saysWhichPartIsAway() throws Exception {
    HttpResponse<String> answer = send(request("/api/livetalk/v1/conversations"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("code")).isEqualTo("livetalk-unavailable");
    assertThat(problem.getString("instance")).isEqualTo("/api/livetalk/v1/conversations");
  }

  @Test
  void answersABodyForAPartThatIsAway() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/livetalk/v1/x").POST(BodyPublishers.ofByteArray(new byte[500_000])));

    assertThat(answer.statusCode()).isEqualTo(503);
  }

  @Test
  void triesTheOtherReplicasOfAPart() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(send(request("/api/routing/v1/offers")).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void answersNotFoundAndMalformedPathsItself() throws Exception {
    assertThat(send(request("/api/nobody/v1/x")).statusCode()).isEqualTo(404);
    assertThat(send(request("/q/metrics")).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/config/%2e%2e/q")).statusCode()).isEqualTo(400);
  }

  @Test
  void doesNotPassHalfAnAnswerOffAsWhole() throws Exception {
    try (Socket caller = new Socket("127.0.0.1", port)) {
      caller.setSoTimeout((int) LIMIT.toMillis());
      OutputStream out = caller.getOutputStream();
      out.write(
          "GET /api/config/v1/half HTTP/1.1\r\nHost: x\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      HttpServerRequest pending = cut.poll(10, TimeUnit.SECONDS);
      assertThat(pending).isNotNull();
      vertx.runOnContext(now -> pending.connection().close());

      String received = readUntilClosed(caller.getInputStream());

      assertThat(received).doesNotEndWith("0\r\n\r\n");
      assertThat(received.length() - received.indexOf("\r\n\r\n") - 4).isLessThan(100);
    }
  }

  private static String readUntilClosed(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
      }
    } catch (java.net.SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
    return text.toString();
  }

  @Test
  void goesOnWhenAPartComesBack() throws Exception {
    assertThat(send(request("/widget/loader.js")).statusCode()).isEqualTo(503);

    vertx
        .createHttpServer()
        .requestHandler(request -> request.response().end(Buffer.buffer("back")))
        .listen(away, "127.0.0.1");

    await().atMost(LIMIT).until(() -> send(request("/widget/loader.js")).body().equals("back"));
  }
}
