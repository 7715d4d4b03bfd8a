package io.dakenh.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What one side hears of the other's messages: each once, and in order, or it is counted. */
final class Receipts implements Consumer<JsonNode> {
  private final Map<String, CompletableFuture<Long>> expected = new HashMap<>();
  private long highestSequence;
  private int received;
  private int duplicated;
  private int reordered;

  /** Tells of a message before it is sent; the future holds the time of its arrival. */
  synchronized CompletableFuture<Long> expect(String clientMessageId) {
    return expected.computeIfAbsent(clientMessageId, id -> new CompletableFuture<>());
  }

  @Override
  public synchronized void accept(JsonNode frame) {
    long now = System.nanoTime();
    switch (frame.path("type").asText()) {
      case "message" -> hear(frame.path("message"), now);
      case "messages" -> frame.path("messages").forEach(message -> hear(message, now));
      default -> {
        // Typing, presence and the like are not counted.
      }
    }
  }

  private void hear(JsonNode message, long now) {
    CompletableFuture<Long> arrival = expected.get(message.path("clientMessageId").asText());
    if (arrival == null) {
      return;
    }
    long sequence = message.path("sequence").asLong();
    if (arrival.isDone()) {
      duplicated++;
      return;
    }
    if (sequence <= highestSequence) {
      reordered++;
    }
    highestSequence = Math.max(highestSequence, sequence);
    received++;
    arrival.complete(now);
  }

  synchronized int received() {
    return received;
  }

  synchronized int duplicated() {
    return duplicated;
  }

  synchronized int reordered() {
    return reordered;
  }

  synchronized int lost() {
    return expected.size() - received;
  }
}
