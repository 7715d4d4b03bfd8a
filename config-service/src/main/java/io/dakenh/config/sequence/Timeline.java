package io.dakenh.config.sequence;

import io.dakenh.config.content.Sequences;
import io.dakenh.config.content.Sequences.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a conversation through. The rules: {@code start} begins with the conversation; {@code
 * noReply} and {@code offline} begin when a visitor waits for an answer and agents are online, or
 * none is; each runs once while the visitor waits, however many messages the visitor adds. An
 * agent's reply ends the waiting and cancels all, closing too; the last agent going offline cancels
 * {@code noReply} and one coming online {@code offline}, which begins the other one.
 *
 * <p>Agents are online at the beginning unless an occurrence at second 0 says otherwise. What is
 * due at the same second as an occurrence was sent before it.
 */
final class Timeline {
  private final Run start;
  private final Run noReply;
  private final Run offline;
  private final int horizonSeconds;
  private final List<Step> steps = new ArrayList<>();
  private boolean online;
  private boolean waiting = true;
  private boolean closed;

  private Timeline(Sequences sequences, boolean online, int horizonSeconds) {
    this.start = new Run("start", sequences.start());
    this.noReply = new Run("noReply", sequences.noReply());
    this.offline = new Run("offline", sequences.offline());
    this.online = online;
    this.horizonSeconds = horizonSeconds;
  }

  /** What is sent, begun and cancelled up to the horizon, in order. */
  static List<Step> of(Sequences sequences, List<Occurrence> occurrences, int horizonSeconds) {
    List<Occurrence> ordered = new ArrayList<>(occurrences);
    ordered.sort(Comparator.comparingInt(Occurrence::atSeconds));
    boolean online = true;
    for (Occurrence occurrence : ordered) {
      if (occurrence.atSeconds() == 0) {
        online = presence(occurrence, online);
      }
    }
    Timeline timeline = new Timeline(sequences, online, horizonSeconds);
    timeline.begin();
    for (Occurrence occurrence : ordered) {
      boolean atFirst = occurrence.atSeconds() == 0 && isPresence(occurrence);
      if (!atFirst && occurrence.atSeconds() <= horizonSeconds) {
        timeline.sendUntil(occurrence.atSeconds());
        timeline.happen(occurrence);
      }
    }
    timeline.sendUntil(horizonSeconds);
    return List.copyOf(timeline.steps);
  }

  private static boolean isPresence(Occurrence occurrence) {
    return occurrence.kind() == Occurrence.Kind.AGENTS_ONLINE
        || occurrence.kind() == Occurrence.Kind.AGENTS_OFFLINE;
  }

  private static boolean presence(Occurrence occurrence, boolean before) {
    return switch (occurrence.kind()) {
      case AGENTS_ONLINE -> true;
      case AGENTS_OFFLINE -> false;
      default -> before;
    };
  }

  private void begin() {
    start.arm(0, "conversation-created");
    armWaiting(0);
  }

  /** Whoever waits is told so, once per sequence while the waiting lasts. */
  private void armWaiting(int at) {
    if (waiting && !closed) {
      (online ? noReply : offline).arm(at, "visitor-waits");
    }
  }

  private void happen(Occurrence occurrence) {
    if (closed) {
      return;
    }
    int at = occurrence.atSeconds();
    switch (occurrence.kind()) {
      case AGENT_REPLY -> {
        cancelAll(at, occurrence.kind().code());
        waiting = false;
      }
      case CLOSE -> {
        cancelAll(at, occurrence.kind().code());
        closed = true;
      }
      case VISITOR_MESSAGE -> visitorWrote(at);
      case AGENTS_ONLINE -> turn(at, true, offline, occurrence.kind().code());
      case AGENTS_OFFLINE -> turn(at, false, noReply, occurrence.kind().code());
    }
  }

  private void visitorWrote(int at) {
    if (!waiting) {
      waiting = true;
      noReply.mayRunAgain();
      offline.mayRunAgain();
    }
    armWaiting(at);
  }

  private void turn(int at, boolean nowOnline, Run ended, String reason) {
    if (online == nowOnline) {
      return;
    }
    online = nowOnline;
    ended.cancel(at, reason);
    armWaiting(at);
  }

  private void cancelAll(int at, String reason) {
    start.cancel(at, reason);
    noReply.cancel(at, reason);
    offline.cancel(at, reason);
  }

  private void sendUntil(int seconds) {
    while (true) {
      Run next = null;
      for (Run run : List.of(start, noReply, offline)) {
        if (run.pending()
            && run.dueSeconds <= Math.min(seconds, horizonSeconds)
            && (next == null || run.dueSeconds < next.dueSeconds)) {
          next = run;
        }
      }
      if (next == null) {
        return;
      }
      next.send();
    }
  }

  /** One sequence in this conversation. */
  private final class Run {
    private final String name;
    private final Sequence sequence;
    private int next = -1;
    private int dueSeconds;
    private boolean spent;

    Run(String name, Sequence sequence) {
      this.name = name;
      this.sequence = sequence;
    }

    boolean pending() {
      return next >= 0;
    }

    void arm(int at, String reason) {
      if (!sequence.enabled() || sequence.contents().isEmpty() || pending() || spent) {
        return;
      }
      next = 0;
      dueSeconds = at + sequence.startDelaySeconds();
      add(at, "armed", null, reason);
    }

    void send() {
      spent = true;
      add(dueSeconds, "sent", next, null);
      next = next + 1 < sequence.contents().size() ? next + 1 : -1;
      dueSeconds += sequence.gapSeconds();
    }

    void cancel(int at, String reason) {
      if (pending()) {
        next = -1;
        add(at, "cancelled", null, reason);
      }
    }

    /** The visitor waits anew. */
    void mayRunAgain() {
      spent = false;
    }

    private void add(int at, String kind, @Nullable Integer index, @Nullable String reason) {
      steps.add(
          new Step(
              at,
              name,
              kind,
              index,
              index == null ? null : sequence.contents().get(index),
              reason));
    }
  }
}
