package io.dakenh.livetalk.sequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * A conversation played through with the engine: a clock that jumps from event to event, a store
 * that keeps a message once per id, and notes that are worked off at once.
 */
final class Played {
  private static final Instant BEGINNING = Instant.parse("2026-11-02T01:00:00Z");

  private final Plan plan;
  private final BooleanSupplier crash;
  private final UUID tenantId = UUID.randomUUID();
  private final UUID conversationId = UUID.randomUUID();
  private final boolean lookOften;
  private final List<String> steps = new ArrayList<>();
  private final Map<UUID, String> stored = new LinkedHashMap<>();
  private Watch watch;
  private boolean online = true;
  private boolean open = true;
  private long sequence = 1;
  private long answered;
  private boolean waits = true;

  /** Something that happens at a second. */
  record Event(int at, String kind) {}

  /**
   * A conversation that was just created.
   *
   * @param crash asked in each look: whether the process dies before the watch moved on
   * @param lookOften whether there are more looks than needed, as after repeated and late notes
   */
  Played(Plan plan, BooleanSupplier crash, boolean lookOften) {
    this.plan = plan;
    this.crash = crash;
    this.lookOften = lookOften;
    this.watch = Watch.fresh(tenantId, conversationId, 0, BEGINNING);
  }

  Played play(List<Event> events, int until) {
    for (Event event : events) {
      if (event.at() == 0 && presence(event)) {
        online = event.kind().equals("agents-online");
      }
    }
    look(0);
    for (Event event : events) {
      if (event.at() <= until && !(event.at() == 0 && presence(event))) {
        advance(event.at());
        happen(event);
      }
    }
    advance(until);
    return this;
  }

  /** Second, sequence, what, why or index; in order. */
  List<String> steps() {
    return steps;
  }

  /** Second, sequence and index of each message, each id once, in the order of storing. */
  List<String> messages() {
    return List.copyOf(stored.values());
  }

  private static boolean presence(Event event) {
    return event.kind().startsWith("agents-");
  }

  private void happen(Event event) {
    switch (event.kind()) {
      case "agent-reply" -> {
        if (open) {
          sequence++;
          answered = sequence;
          waits = false;
        }
      }
      case "visitor-message" -> visitorWrites(event.at());
      case "close" -> open = false;
      case "agents-online" -> online = true;
      case "agents-offline" -> online = false;
      default -> throw new IllegalArgumentException(event.kind());
    }
    look(event.at());
  }

  private void visitorWrites(int at) {
    if (open) {
      sequence++;
      if (!waits) {
        waits = true;
        watch = Watch.fresh(tenantId, conversationId, answered, moment(at));
      }
    }
  }

  private void advance(int until) {
    while (watch != null && watch.nextDue() != null && !watch.nextDue().isAfter(moment(until))) {
      look(second(watch.nextDue()));
    }
    if (lookOften) {
      look(until);
    }
  }

  /** A process that dies is back at once, and looks again. */
  private void look(int at) {
    while (watch != null) {
      Facts facts = new Facts(open, answered, "livetalk", online, plan, true);
      Decision decision = SequenceEngine.look(watch, facts, version -> Plan.NONE, moment(at));
      decision.sends().forEach(send -> store(send, at));
      if (!crash.getAsBoolean()) {
        decision.changes().forEach(change -> tell(change, at));
        decision
            .sends()
            .forEach(send -> steps.add(at + " " + send.kind().code() + " sent " + send.index()));
        watch = decision.over() ? null : decision.after(moment(at));
        return;
      }
    }
  }

  private void store(Send send, int at) {
    stored.putIfAbsent(
        send.clientMessageId(watch), at + " " + send.kind().code() + " " + send.index());
  }

  private void tell(Change change, int at) {
    steps.add(
        switch (change) {
          case Change.Armed armed ->
              second(armed.at()) + " " + armed.kind().code() + " armed " + armed.reason();
          case Change.Cancelled cancelled ->
              at + " " + cancelled.kind().code() + " cancelled " + cancelled.cause().code();
        });
  }

  private static Instant moment(int second) {
    return BEGINNING.plusSeconds(second);
  }

  private static int second(Instant moment) {
    return (int) (moment.getEpochSecond() - BEGINNING.getEpochSecond());
  }
}
