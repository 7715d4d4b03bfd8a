package io.dakenh.livetalk.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A client of {@code dakenh.v1} that keeps every frame it got. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<JsonNode> frames = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;
  private JsonNode ready;

  private SocketClient() {}

  /** Opens a socket and waits for its first frame. */
  public static SocketClient connect(URI url, String token) {
    SocketClient client = new SocketClient();
    try {
      client.socket =
          HTTP.newWebSocketBuilder()
              .subprotocols("dakenh.v1", "token." + token)
              .connectTimeout(PATIENCE)
              .buildAsync(url, client)
              .join();
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        throw new RefusedException(handshake.getResponse().statusCode());
      }
      throw refused;
    }
    client.ready = client.await(frame -> frame.path("type").asText().equals("ready"));
    return client;
  }

  /** The upgrade was answered with another status. */
  public static final class RefusedException extends RuntimeException {
    private final int status;

    RefusedException(int status) {
      super("refused with " + status);
      this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
      return status;
    }
  }

  /** The first frame. */
  public JsonNode ready() {
    return ready;
  }

  /** The subprotocol the server chose. */
  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Sends one frame. */
  public void send(JsonNode frame) {
    sendText(frame.toString());
  }

  /** Sends anything as one text. */
  public synchronized void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends one text in two fragments. */
  public synchronized void sendFragments(String first, String second) {
    socket.sendText(first, false).join();
    socket.sendText(second, true).join();
  }

  /** Sends bytes, which no frame of ours is. */
  public synchronized void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** A frame of a type. */
  public static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** A request of a type with a new id. */
  public static ObjectNode request(String type) {
    return frame(type).put("id", UUID.randomUUID().toString());
  }

  /** Sends a request and waits for its ack or error. */
  public JsonNode ask(ObjectNode request) {
    send(request);
    return answer(request.get("id").asText());
  }

  /** Waits for the ack or error of a request. */
  public JsonNode answer(String id) {
    return await(
        frame ->
            frame.path("id").asText().equals(id)
                && (frame.path("type").asText().equals("ack")
                    || frame.path("type").asText().equals("error")));
  }

  /** Opens a conversation with a first message and gives its id. */
  public UUID open(String text) {
    ObjectNode open = request("open").put("clientConversationId", UUID.randomUUID().toString());
    open.putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", text);
    JsonNode ack = ask(open);
    if (!ack.path("type").asText().equals("ack")) {
      throw new AssertionError("not opened: " + ack);
    }
    return UUID.fromString(ack.get("conversationId").asText());
  }

  /** A message frame. */
  public static ObjectNode message(UUID conversationId, UUID clientMessageId, String text) {
    return request("send")
        .put("conversationId", conversationId.toString())
        .put("clientMessageId", clientMessageId.toString())
        .put("text", text);
  }

  /** Sends a message and waits for the answer. */
  public JsonNode say(UUID conversationId, String text) {
    return ask(message(conversationId, UUID.randomUUID(), text));
  }

  /** A resume frame for one conversation. */
  public static ObjectNode resume(UUID conversationId, long epoch, long lastSequence) {
    ObjectNode resume = request("resume");
    resume
        .putArray("conversations")
        .addObject()
        .put("conversationId", conversationId.toString())
        .put("epoch", epoch)
        .put("lastSequence", lastSequence);
    return resume;
  }

  /** Waits for a frame of a type. */
  public JsonNode awaitType(String type) {
    return await(frame -> frame.path("type").asText().equals(type));
  }

  /** Waits for the message with this text. */
  public JsonNode awaitMessage(String text) {
    return await(
            frame ->
                frame.path("type").asText().equals("message")
                    && frame.path("message").path("text").asText().equals(text))
        .get("message");
  }

  /** Waits for a frame that fits, also one that came before. */
  public JsonNode await(Predicate<JsonNode> fits) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (frames) {
      while (true) {
        for (JsonNode frame : frames) {
          if (fits.test(frame)) {
            return frame;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || closed.isDone()) {
          throw new AssertionError(
              "no such frame; closed with "
                  + closed.getNow(null)
                  + "; the last were "
                  + frames.subList(Math.max(0, frames.size() - 5), frames.size()));
        }
        try {
          frames.wait(Math.min(left, 100));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted", e);
        }
      }
    }
  }

  /** Every frame so far that fits. */
  public List<JsonNode> seen(Predicate<JsonNode> fits) {
    synchronized (frames) {
      return frames.stream().filter(fits).toList();
    }
  }

  /** Every frame so far of a type. */
  public List<JsonNode> seen(String type) {
    return seen(frame -> frame.path("type").asText().equals(type));
  }

  /** A round trip: whatever the server pushed before is here now. */
  public void sync() {
    int pongs = seen("pong").size();
    send(frame("ping"));
    await(frame -> seen("pong").size() > pongs);
  }

  /** Waits until the server closes the socket and gives the code. */
  public int closeCode() {
    try {
      return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the socket was not closed", e);
    }
  }

  /** Whether the socket is still open. */
  public boolean open() {
    return !closed.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        JsonNode frame = JSON.readTree(partial.toString());
        synchronized (frames) {
          frames.add(frame);
          frames.notifyAll();
        }
      } catch (JsonProcessingException e) {
        closed.completeExceptionally(e);
      }
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  /** Leaves without a word, like a browser that crashed. */
  @Override
  public void close() {
    socket.abort();
  }
}
