package io.dakenh.livetalk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection on a real Vert.x server, without the rest of the service. */
class SocketConnectionTest {
  private static final SocketLimits LIMITS = new SocketLimits(8, 3, 5);

  private final Vertx vertx = Vertx.vertx();
  private final ConnectionRegistry registry = new ConnectionRegistry(new SimpleMeterRegistry());
  private final Party party =
      new Party(PartyKind.VISITOR, UUID.randomUUID(), UUID.randomUUID(), "Lan", null, false);
  private final SocketConnection connection = new SocketConnection(party, Long.MAX_VALUE, LIMITS);
  private final ConcurrentLinkedQueue<String> got = new ConcurrentLinkedQueue<>();
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private WebSocketClient clients;
  private WebSocket client;

  @BeforeEach
  void connect() throws Exception {
    registry.add(connection);
    registry.toVisitor(party.tenantId(), party.id(), "pushed before the first", null);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.toWebSocket().onSuccess(this::serve))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    clients = vertx.createWebSocketClient();
    client =
        clients
            .connect(server.actualPort(), "127.0.0.1", "/")
            .onSuccess(
                socket -> {
                  socket.textMessageHandler(got::add);
                  socket.closeHandler(done -> closed.countDown());
                })
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  private void serve(ServerWebSocket socket) {
    socket.textMessageHandler(
        text -> {
          received.incrementAndGet();
          connection.begin();
        });
    socket.closeHandler(done -> registry.remove(connection));
    connection.start(socket, "first");
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void holdsBackWhatComesBeforeTheFirstFrame() {
    registry.toVisitor(party.tenantId(), party.id(), "later", null);
    registry.toVisitor(party.tenantId(), party.id(), "not for this one", connection.id());
    registry.toVisitor(UUID.randomUUID(), party.id(), "of another business", null);
    connection.push("last");
    Awaitility.await().until(() -> got.contains("last"));
    assertThat(got).containsExactly("first", "pushed before the first", "later", "last");
  }

  @Test
  void readsNoMoreThanItMayHaveInFlight() {
    List<String> frames = IntStream.range(0, 2_000).mapToObj(i -> "f" + i).toList();
    frames.forEach(client::writeTextMessage);
    Awaitility.await().until(() -> received.get() == LIMITS.framesInFlight());
    // A round trip through the same event loop shows that nothing else was read in the meantime.
    connection.push("still here");
    Awaitility.await().until(() -> got.contains("still here"));
    assertThat(received.get()).isEqualTo(LIMITS.framesInFlight());

    for (int answered = 0; answered < frames.size(); answered++) {
      int soFar = answered;
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> received.get() > soFar);
      assertThat(received.get() - soFar).isLessThanOrEqualTo(LIMITS.framesInFlight());
      connection.end();
    }
    assertThat(received.get()).isEqualTo(frames.size());
  }

  @Test
  void drains() throws InterruptedException {
    connection.begin();
    SocketDrain drain = new SocketDrain(registry, new ReconnectPlan(Duration.ofSeconds(2), 100));
    Thread draining = Thread.ofVirtual().start(drain::drain);
    Awaitility.await().until(() -> got.stream().anyMatch(text -> text.contains("reconnect")));
    assertThat(drain.draining()).isTrue();
    assertThat(connection.listening()).isFalse();
    connection.push("the answer that was still due");
    connection.end();
    draining.join();
    assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(client.closeStatusCode()).isEqualTo((short) 4000);
    assertThat(got).contains("the answer that was still due");
  }
}
