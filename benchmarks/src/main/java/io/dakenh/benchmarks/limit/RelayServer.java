package io.dakenh.benchmarks.limit;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A process that hands each visitor's text to the room's agent: at once, or, given a database,
 * after the commit. No tokens, no checks, no history.
 */
public final class RelayServer {
  private static final Pattern PLACE = Pattern.compile("room=(\\d+)&agent=(\\d+)");
  private static final String ID = "\"id\":\"";
  private static final String MESSAGE_ID = "\"clientMessageId\":\"";
  private static final String TEXT = "\"text\":\"";

  private final Map<Integer, ServerWebSocket> agents = new HashMap<>();
  private final @Nullable GroupCommit store;

  private RelayServer(@Nullable GroupCommit store) {
    this.store = store;
  }

  /** Arguments: the port and, for the durable relay, JDBC address, user and password. */
  public static void main(String[] arguments) {
    GroupCommit store =
        arguments.length > 1 ? GroupCommit.start(arguments[1], arguments[2], arguments[3]) : null;
    RelayServer server = new RelayServer(store);
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setTcpNoDelay(true))
        .webSocketHandler(server::opened)
        .listen(Integer.parseInt(arguments[0]));
  }

  private void opened(ServerWebSocket socket) {
    Matcher place = PLACE.matcher(String.valueOf(socket.query()));
    if (!place.matches()) {
      socket.close((short) 4500);
      return;
    }
    int room = Integer.parseInt(place.group(1));
    int agent = Integer.parseInt(place.group(2));
    if ("/agent".equals(socket.path())) {
      agents.put(agent, socket);
      socket.textMessageHandler(text -> {});
    } else {
      socket.textMessageHandler(frame -> received(socket, room, agent, frame));
    }
  }

  private void received(ServerWebSocket visitor, int room, int agent, String frame) {
    if (!frame.contains(TEXT)) {
      return;
    }
    String ack = "{\"type\":\"ack\",\"id\":\"" + field(frame, ID) + "\"}";
    String text = field(frame, TEXT);
    GroupCommit durable = store;
    if (durable == null) {
      visitor.writeTextMessage(ack);
      deliver(agent, room, 0, text);
    } else {
      durable.store(
          room,
          field(frame, MESSAGE_ID),
          text,
          sequence -> {
            visitor.writeTextMessage(ack);
            deliver(agent, room, sequence, text);
          });
    }
  }

  private void deliver(int agent, int room, long sequence, String text) {
    ServerWebSocket socket = agents.get(agent);
    if (socket != null && !socket.isClosed()) {
      socket.writeTextMessage(
          "{\"type\":\"message\",\"conversationId\":\""
              + room
              + "\",\"message\":{\"sequence\":"
              + sequence
              + ",\"text\":\""
              + text
              + "\"}}");
    }
  }

  private static String field(String frame, String name) {
    int from = frame.indexOf(name) + name.length();
    return frame.substring(from, frame.indexOf('"', from));
  }
}
