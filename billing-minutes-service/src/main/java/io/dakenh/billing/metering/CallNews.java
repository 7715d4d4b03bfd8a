package io.dakenh.billing.metering;

import io.dakenh.contracts.livetalk.CallBeat;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events of one batch tell of one call, whatever order they came in. */
final class CallNews {
  /** Outside of it a time is no time but nonsense, which the database could not even keep. */
  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final UUID eventId;
  private final List<CallJoined> joined = new ArrayList<>();
  private @Nullable CallStarted started;
  private @Nullable CallEnded ended;
  private @Nullable Instant lastBeat;

  CallNews(UUID eventId) {
    this.eventId = eventId;
  }

  /**
   * The call an event is about.
   *
   * @throws ProblemException when the event names another tenant than its envelope, or no call
   */
  static CallKey keyOf(ReceivedEvent<?> event) {
    return switch (event.payload()) {
      case CallStarted told -> key(event, told.tenantId(), told.callId(), told.startedAt());
      case CallJoined told -> key(event, told.tenantId(), told.callId(), told.joinedAt());
      case CallBeat told -> key(event, told.tenantId(), told.callId(), told.at());
      case CallEnded told -> {
        if (told.firstJoinedAt() != null) {
          requireTime(told.firstJoinedAt());
        }
        requireTime(told.startedAt());
        yield key(event, told.tenantId(), told.callId(), told.endedAt());
      }
      default -> throw new IllegalArgumentException("no event of a call: " + event.type());
    };
  }

  private static CallKey key(
      ReceivedEvent<?> event, @Nullable UUID tenantId, @Nullable UUID callId, Instant at) {
    if (!event.tenantId().equals(tenantId) || callId == null) {
      throw ProblemException.invalid(
          "/tenantId", "call-event-forged", "The event is not of the tenant it was sent for.");
    }
    requireTime(at);
    return new CallKey(tenantId, callId);
  }

  private static void requireTime(@Nullable Instant at) {
    if (at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw ProblemException.invalid("/at", "call-event-time", "The event has no possible time.");
    }
  }

  void add(Record payload) {
    switch (payload) {
      case CallStarted told -> started = told;
      case CallJoined told -> joined.add(told);
      case CallBeat told -> {
        if (lastBeat == null || lastBeat.isBefore(told.at())) {
          lastBeat = told.at();
        }
      }
      case CallEnded told -> {
        if (ended == null || told.endedAt().isBefore(ended.endedAt())) {
          ended = told;
        }
      }
      default -> throw new IllegalArgumentException("no event of a call: " + payload.getClass());
    }
  }

  UUID eventId() {
    return eventId;
  }

  @Nullable CallStarted started() {
    return started;
  }

  List<CallJoined> joined() {
    return joined;
  }

  @Nullable Instant lastBeat() {
    return lastBeat;
  }

  @Nullable CallEnded ended() {
    return ended;
  }

  /** The earliest time any of it tells, for a call whose start was not heard of. */
  Instant earliest() {
    Instant earliest = LATEST;
    if (started != null) {
      earliest = started.startedAt();
    }
    if (ended != null && ended.startedAt().isBefore(earliest)) {
      earliest = ended.startedAt();
    }
    for (CallJoined told : joined) {
      if (told.joinedAt().isBefore(earliest)) {
        earliest = told.joinedAt();
      }
    }
    if (lastBeat != null && lastBeat.isBefore(earliest)) {
      earliest = lastBeat;
    }
    return earliest;
  }
}
