package io.dakenh.devstack.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of the protocol {@code dakenh.v1}. Thread-safe. */
public final class SuiteSocket implements AutoCloseable {
  /** What {@link #closed} tells when the connection broke without a close frame. */
  public static final int ABNORMAL = 1006;

  private static final String PROTOCOL = "dakenh.v1";
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int PING_SECONDS = 25;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ScheduledExecutorService PINGS =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("suite-socket-pings").unstarted(task));

  private final Consumer<JsonNode> listener;
  private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Map<String, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final Object sending = new Object();
  private @Nullable WebSocket socket;
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

  private SuiteSocket(Consumer<JsonNode> listener) {
    this.listener = listener;
  }

  /**
   * Opens a socket and waits for its {@code ready} frame.
   *
   * @param path {@code /ws/visitor} or {@code /ws/agent}
   * @param listener hears every frame but answers to {@link #request}, in order
   */
  public static SuiteSocket open(
      SuiteClient client, String path, String token, Consumer<JsonNode> listener) {
    SuiteSocket opened = new SuiteSocket(listener);
    URI origin = client.origin();
    URI address =
        URI.create(
            ("https".equals(origin.getScheme()) ? "wss" : "ws")
                + "://"
                + origin.getAuthority()
                + path);
    try {
      WebSocket socket =
          client
              .http()
              .newWebSocketBuilder()
              .connectTimeout(LIMIT)
              .header("Origin", origin.toString())
              .subprotocols(PROTOCOL, "token." + token)
              .buildAsync(address, opened.new Receiver())
              .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      opened.attach(socket);
      opened.ready();
      return opened;
    } catch (ExecutionException | TimeoutException e) {
      throw new SuiteException("could not open " + path + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException("interrupted while opening " + path, e);
    }
  }

  private void attach(WebSocket opened) {
    synchronized (sending) {
      socket = opened;
    }
    ScheduledFuture<?> pings =
        PINGS.scheduleAtFixedRate(
            () -> tell(SuiteClient.object().put("type", "ping")),
            PING_SECONDS,
            PING_SECONDS,
            TimeUnit.SECONDS);
    closed.whenComplete((code, cause) -> pings.cancel(false));
  }

  /** The first frame. */
  public JsonNode ready() {
    return await(ready, "the ready frame");
  }

  /** Completed with the close code when the connection is gone. */
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  /**
   * Sends a frame with an id of its own. The future holds the {@code ack}, or fails with {@link
   * SocketErrorException}.
   */
  public CompletableFuture<JsonNode> request(ObjectNode frame) {
    String id = Long.toString(ids.incrementAndGet());
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    pending.put(id, answer);
    frame.put("id", id);
    tell(frame);
    return answer.whenComplete((acknowledged, cause) -> pending.remove(id));
  }

  /** Sends a frame and waits for its {@code ack}. */
  public JsonNode call(ObjectNode frame) {
    return await(request(frame), "the answer to " + frame.path("type").asText());
  }

  /** Sends a frame that nobody answers. */
  public void tell(ObjectNode frame) {
    tellRaw(frame.toString());
  }

  /** Sends any text, for those who want to see it refused. */
  public void tellRaw(String text) {
    synchronized (sending) {
      WebSocket current = socket;
      if (current == null) {
        throw new SuiteException("the socket is not open");
      }
      // The client takes one text at a time.
      lastSend =
          lastSend.handle((sent, cause) -> null).thenCompose(turn -> current.sendText(text, true));
    }
  }

  @Override
  public void close() {
    synchronized (sending) {
      WebSocket current = socket;
      if (current != null) {
        lastSend =
            lastSend
                .handle((sent, cause) -> null)
                .thenCompose(turn -> current.sendClose(WebSocket.NORMAL_CLOSURE, ""));
      }
    }
  }

  /** Ends the connection without a word, as a lost network would. */
  public void abort() {
    synchronized (sending) {
      WebSocket current = socket;
      if (current != null) {
        current.abort();
      }
    }
    ended(ABNORMAL);
  }

  private void received(JsonNode frame) {
    String type = frame.path("type").asText();
    @Nullable CompletableFuture<JsonNode> answer = pending.get(frame.path("id").asText());
    if (answer != null && type.equals("ack")) {
      answer.complete(frame);
      return;
    }
    if (answer != null && type.equals("error")) {
      answer.completeExceptionally(
          new SocketErrorException(
              frame.path("code").asText(),
              frame.path("message").asText(),
              frame.path("temporary").asBoolean()));
      return;
    }
    if (type.equals("ready")) {
      ready.complete(frame);
    }
    listener.accept(frame);
  }

  private void ended(int code) {
    closed.complete(code);
    SuiteException gone = new SuiteException("the socket was closed with " + code);
    ready.completeExceptionally(gone);
    pending.values().forEach(answer -> answer.completeExceptionally(gone));
  }

  private static <T> T await(CompletableFuture<T> future, String what) {
    try {
      return future.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SocketErrorException error) {
        throw error;
      }
      throw new SuiteException(what + " did not come: " + e.getCause(), e);
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        try {
          received(JSON.readTree(text));
        } catch (JsonProcessingException e) {
          throw new SuiteException("the server sent a frame that is not JSON", e);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      ended(ABNORMAL);
    }
  }
}
