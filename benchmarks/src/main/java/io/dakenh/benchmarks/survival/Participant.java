package io.dakenh.benchmarks.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.benchmarks.survival.Journal.Event;
import io.dakenh.benchmarks.survival.Side.Attempt;
import io.dakenh.devstack.suite.SocketErrorException;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteException;
import io.dakenh.devstack.suite.SuiteSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client on a socket that comes back: after each connection it resumes what it shows and sends
 * again what was not acknowledged, with the same ids.
 */
final class Participant implements AutoCloseable {
  private static final long TURN_MILLIS = 5;
  private static final long ANSWER_SECONDS = 10;
  private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
  private static final int SHORTEST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final SuiteClient client;
  private final String path;
  private final Supplier<String> token;
  private final Journal journal;
  private final Map<String, Side> sides;
  private final ScheduledExecutorService clock;
  private volatile @Nullable SuiteSocket socket;
  private volatile boolean left;
  private @Nullable Thread thread;

  /**
   * A client that is not connected yet.
   *
   * @param token asked for at each connection, because tokens end
   * @param clock shared by all; nothing that blocks runs on it
   */
  Participant(
      SuiteClient client,
      String path,
      Supplier<String> token,
      Journal journal,
      List<Side> sides,
      ScheduledExecutorService clock) {
    this.client = client;
    this.path = path;
    this.token = token;
    this.journal = journal;
    this.sides =
        sides.stream().collect(Collectors.toMap(Side::conversationId, Function.identity()));
    this.clock = clock;
  }

  /** Connects for as long as it takes, and again whenever the connection breaks. */
  void join() {
    thread = Thread.ofVirtual().start(this::connect);
    clock.scheduleWithFixedDelay(this::speak, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void connect() {
    while (!left) {
      try {
        SuiteSocket opened = SuiteSocket.open(client, path, token.get(), this::heard);
        begin(opened);
        opened.closed().join();
        socket = null;
        if (!left) {
          journal.write(Event.CUT, "", 0, Integer.toString(opened.closed().join()));
        }
      } catch (SuiteException | SocketErrorException unreachable) {
        socket = null;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(
          ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(SuiteSocket opened) {
    Map<String, Long> epochs =
        opened
            .ready()
            .path("conversations")
            .valueStream()
            .collect(
                Collectors.toMap(
                    each -> each.path("id").asText(), each -> each.path("epoch").asLong()));
    sides.values().forEach(side -> side.connected(epochs.get(side.conversationId())));
    socket = opened;
    sides.values().forEach(this::resume);
  }

  private void heard(JsonNode frame) {
    Side side = sides.get(frame.path("conversationId").asText());
    switch (frame.path("type").asText()) {
      case "ready" -> {
        if (socket != null) {
          sides.values().forEach(this::resume);
        }
      }
      case "message" -> {
        if (side != null && side.heard(frame.path("message"), frame.path("epoch").asLong())) {
          resume(side);
        }
      }
      case "messages" -> {
        if (side != null) {
          long epoch = frame.path("epoch").asLong();
          frame.path("messages").forEach(message -> side.heard(message, epoch));
          if (frame.path("more").asBoolean()) {
            side.resumed();
            resume(side);
          }
        }
      }
      case "reload" -> {
        if (side != null) {
          side.reload(frame.path("epoch").asLong());
          side.resumed();
          resume(side);
        }
      }
      default -> {
        // Typing, presence, offers and the like are none of this client's business.
      }
    }
  }

  private void resume(Side side) {
    SuiteSocket current = socket;
    ObjectNode place = current == null ? null : side.resume();
    if (current == null || place == null) {
      return;
    }
    ObjectNode frame = SuiteClient.object().put("type", "resume");
    frame.putArray("conversations").add(place);
    current
        .request(frame)
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .whenComplete(
            (acknowledged, cause) -> {
              if (cause != null && !(cause instanceof SocketErrorException)) {
                current.abort();
              } else if (side.resumed()) {
                resume(side);
              }
            });
  }

  private void speak() {
    SuiteSocket current = socket;
    if (current == null) {
      return;
    }
    for (Side side : sides.values()) {
      Attempt attempt = side.next();
      if (attempt != null) {
        send(current, side, attempt);
      }
    }
  }

  private void send(SuiteSocket current, Side side, Attempt attempt) {
    current
        .request(attempt.frame())
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .whenComplete(
            (answer, cause) -> {
              if (cause == null) {
                if (side.acknowledged(attempt, answer.path("sequence").asLong())) {
                  resume(side);
                }
                return;
              }
              side.failed(attempt, PAUSE_NANOS);
              Throwable reason = cause instanceof CompletionException e ? e.getCause() : cause;
              if (!(reason instanceof SocketErrorException error)) {
                current.abort(); // silent for too long, or gone
              } else if (!error.temporary()) {
                journal.write(Event.REFUSED, side.conversationId(), 0, error.code());
              }
            });
  }

  /** Leaves; nothing is written down afterwards. */
  @Override
  public void close() {
    left = true;
    SuiteSocket current = socket;
    if (current != null) {
      current.abort();
    }
    Thread connecting = thread;
    if (connecting != null) {
      try {
        connecting.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
