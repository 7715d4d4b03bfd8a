package io.dakenh.benchmarks.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.benchmarks.survival.Journal.Event;
import io.dakenh.devstack.suite.SuiteClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as one client holds it: what stands on its screen, in order and without a gap,
 * and what it still has to say, one message at a time. Thread-safe.
 */
final class Side {
  private final String conversationId;
  private final Journal journal;
  private final Deque<String> toSay;
  private final long gapNanos;
  private long epoch = 1;
  private long shown;
  private long heardOf;
  private boolean resuming;
  private boolean meant;
  private int attempt;
  private boolean underWay;
  private long nextAtNanos;

  /**
   * A side of a conversation.
   *
   * @param gapNanos from one message to the next, unless an answer takes longer
   */
  Side(
      String conversationId,
      Journal journal,
      List<String> toSay,
      long firstAtNanos,
      long gapNanos) {
    this.conversationId = conversationId;
    this.journal = journal;
    this.toSay = new ArrayDeque<>(toSay);
    this.nextAtNanos = firstAtNanos;
    this.gapNanos = gapNanos;
    journal.write(Event.JOINED, conversationId, 0, "");
  }

  String conversationId() {
    return conversationId;
  }

  /** A message on its way. */
  record Attempt(int number, String key, ObjectNode frame) {}

  /** A new connection: nothing is under way any more. */
  synchronized void connected(@Nullable Long knownEpoch) {
    resuming = false;
    underWay = false;
    attempt++;
    if (knownEpoch != null) {
      epoch = knownEpoch;
    }
  }

  /** What to send now, unless it is not time yet or an answer is awaited. */
  synchronized @Nullable Attempt next() {
    String key = toSay.peek();
    if (key == null || underWay || nextAtNanos > System.nanoTime()) {
      return null;
    }
    if (!meant) {
      journal.write(Event.SENT, conversationId, 0, key);
      meant = true;
    }
    underWay = true;
    attempt++;
    ObjectNode frame =
        SuiteClient.object()
            .put("type", "send")
            .put("conversationId", conversationId)
            .put("clientMessageId", idOf(key))
            .put("text", key);
    return new Attempt(attempt, key, frame);
  }

  private String idOf(String key) {
    return UUID.nameUUIDFromBytes((conversationId + key).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /**
   * Own message was stored.
   *
   * @return whether something before it is missing here
   */
  synchronized boolean acknowledged(Attempt answered, long sequence) {
    journal.write(Event.ACKNOWLEDGED, conversationId, sequence, answered.key());
    if (answered.key().equals(toSay.peek())) {
      toSay.remove();
      meant = false;
      underWay = false;
      nextAtNanos = Math.max(System.nanoTime(), nextAtNanos + gapNanos);
    }
    return show(sequence, answered.key());
  }

  /** It was not stored, or nobody knows; it is sent again, with the same id. */
  synchronized void failed(Attempt failed, long pauseNanos) {
    if (failed.number() == attempt) {
      underWay = false;
      nextAtNanos = System.nanoTime() + pauseNanos;
    }
  }

  /**
   * Hears a message.
   *
   * @return whether something before it is missing here
   */
  synchronized boolean heard(JsonNode message, long ofEpoch) {
    epoch = ofEpoch;
    return show(message.path("sequence").asLong(), message.path("text").asText());
  }

  private boolean show(long sequence, String key) {
    heardOf = Math.max(heardOf, sequence);
    if (sequence == shown + 1) {
      shown = sequence;
      journal.write(Event.SHOWN, conversationId, sequence, key);
    }
    return sequence > shown;
  }

  /** The server cannot fill the gap: everything is loaded again. */
  synchronized void reload(long newEpoch) {
    journal.write(Event.RELOADED, conversationId, shown, "");
    epoch = newEpoch;
    shown = 0;
  }

  /** Asks for what is missing, unless that is under way. */
  synchronized @Nullable ObjectNode resume() {
    if (resuming) {
      return null;
    }
    resuming = true;
    return SuiteClient.object()
        .put("conversationId", conversationId)
        .put("epoch", epoch)
        .put("lastSequence", shown);
  }

  /**
   * The answer to {@link #resume} is whole, or there is none.
   *
   * @return whether something is still missing
   */
  synchronized boolean resumed() {
    resuming = false;
    return heardOf > shown;
  }

  /** Whether everything was said and acknowledged, and this many messages stand on the screen. */
  synchronized boolean complete(long messages) {
    return toSay.isEmpty() && shown >= messages;
  }
}
