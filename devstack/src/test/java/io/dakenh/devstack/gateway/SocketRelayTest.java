package io.dakenh.devstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dakenh.devstack.infra.Ports;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketRelayTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<ServerWebSocket> accepted = new ArrayBlockingQueue<>(8);
  private WebSocketClient client;
  private int port;

  @BeforeEach
  void start() throws Exception {
    int backend =
        vertx
            .createHttpServer(
                new HttpServerOptions().setWebSocketSubProtocols(List.of("dakenh.v1")))
            .webSocketHandshakeHandler(
                handshake -> {
                  if (handshake.path().equals("/ws/agent")) {
                    handshake.reject(401);
                  } else {
                    handshake.accept();
                  }
                })
            .webSocketHandler(
                socket -> {
                  // The server speaks first, at once.
                  socket.writeTextMessage("ready " + socket.headers().get("X-Forwarded-For"));
                  accepted.add(socket);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    port = gateway(backend);
    client = vertx.createWebSocketClient();
  }

  private int gateway(int backend) throws Exception {
    int chosen = Ports.free();
    Upstreams upstreams =
        new Upstreams(
            Map.of("livetalk", List.of(SocketAddress.inetSocketAddress(backend, "127.0.0.1"))));
    vertx
        .deployVerticle(new Gateway("127.0.0.1", chosen, URI.create("http://localhost"), upstreams))
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
    return chosen;
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private WebSocket connect(String path) throws Exception {
    return connect(path, text -> {});
  }

  /** The handler is there before the connection: what the server says first must not be missed. */
  private WebSocket connect(String path, Handler<String> hears) throws Exception {
    ClientWebSocket socket = client.webSocket();
    socket.textMessageHandler(hears);
    return socket
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path)
                .addSubProtocol("dakenh.v1")
                .addSubProtocol("token.abc"))
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private ServerWebSocket server() throws Exception {
    ServerWebSocket socket = accepted.poll(10, TimeUnit.SECONDS);
    assertThat(socket).isNotNull();
    return socket;
  }

  @Test
  void relaysFramesBothWaysFromTheFirstOne() throws Exception {
    BlockingQueue<String> heard = new ArrayBlockingQueue<>(8);
    WebSocket caller = connect("/ws/visitor", heard::add);
    ServerWebSocket server = server();
    server.textMessageHandler(text -> server.writeTextMessage("echo " + text));

    caller.writeTextMessage("Chào shop 🌹");

    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("ready 127.0.0.1");
    assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("echo Chào shop 🌹");
    assertThat(caller.subProtocol()).isEqualTo("dakenh.v1");
  }

  @Test
  void passesTheServersCloseCodeOn() throws Exception {
    CompletableFuture<Short> code = new CompletableFuture<>();
    WebSocket caller = connect("/ws/visitor");
    caller.closeHandler(closed -> code.complete(caller.closeStatusCode()));

    server().close((short) 4000, "draining");

    assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo((short) 4000);
    assertThat(caller.closeReason()).isEqualTo("draining");
  }

  @Test
  void passesTheCallersCloseCodeOn() throws Exception {
    CompletableFuture<Short> code = new CompletableFuture<>();
    WebSocket caller = connect("/ws/visitor");
    ServerWebSocket server = server();
    server.closeHandler(closed -> code.complete(server.closeStatusCode()));

    caller.close((short) 4999, "bye");

    assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo((short) 4999);
  }

  @Test
  void passesARefusedUpgradeOn() {
    assertThatThrownBy(() -> connect("/ws/agent"))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refused -> assertThat(refused.getStatus()).isEqualTo(401));
  }

  @Test
  void dropsTheCallerWhenThePartIsGone() throws Exception {
    CompletableFuture<NetSocket> upgraded = new CompletableFuture<>();
    int killed = partThatCanBeKilled(upgraded);
    port = gateway(killed);
    CompletableFuture<Boolean> gone = new CompletableFuture<>();
    WebSocket caller = connect("/ws/visitor");
    caller.closeHandler(closed -> gone.complete(true));

    NetSocket part = upgraded.get(10, TimeUnit.SECONDS);
    vertx.runOnContext(now -> part.close());

    assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(caller.closeStatusCode()).isNull();
  }

  /** Answers the upgrade by hand: its connection ends without a close frame, as after kill -9. */
  private int partThatCanBeKilled(CompletableFuture<NetSocket> upgraded) throws Exception {
    return vertx
        .createNetServer()
        .connectHandler(
            socket ->
                socket.handler(
                    head -> {
                      Matcher key =
                          Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)").matcher(head.toString());
                      assertThat(key.find()).isTrue();
                      socket.write(
                          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                              + "Connection: Upgrade\r\nSec-WebSocket-Protocol: dakenh.v1\r\n"
                              + "Sec-WebSocket-Accept: "
                              + acceptance(key.group(1))
                              + "\r\n\r\n");
                      upgraded.complete(socket);
                    }))
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private static String acceptance(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void stopsReadingWhenTheReaderIsSlow() throws Exception {
    WebSocket caller = connect("/ws/visitor");
    caller.pause();
    ServerWebSocket server = server();
    AtomicLong written = new AtomicLong();
    Buffer chunk = Buffer.buffer(new byte[16 * 1024]);
    long most = 512L * 1024 * 1024;

    vertx.runOnContext(
        now -> {
          while (!server.writeQueueFull() && written.get() < most) {
            server.writeBinaryMessage(chunk);
            written.addAndGet(chunk.length());
          }
          server.drainHandler(
              drained -> {
                while (!server.writeQueueFull() && written.get() < most) {
                  server.writeBinaryMessage(chunk);
                  written.addAndGet(chunk.length());
                }
              });
        });

    // The kernel's buffers fill up, then nothing more is taken.
    await().atMost(LIMIT).during(Duration.ofMillis(500)).until(server::writeQueueFull);
    assertThat(written.get()).isLessThan(64L * 1024 * 1024);
    // Or closing would wait for it.
    caller.resume();
  }
}
