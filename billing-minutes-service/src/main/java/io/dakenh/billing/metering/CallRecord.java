package io.dakenh.billing.metering;

import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallStarted;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code call_record} while it is worked on.
 *
 * <p>What was heard (facts) only ever grows in one direction: the earliest join, the latest
 * heartbeat, the earliest end. That makes the order of events not matter. What follows from them
 * (state, cost) is written by {@link CallBook}.
 */
final class CallRecord {
  static final String RINGING = "ringing";
  static final String RUNNING = "running";
  static final String ENDED = "ended";

  /** Outcome of a call that fell silent and of which no end was told. */
  static final String LOST = "lost";

  private static final String VIDEO = "video";
  private static final String AUDIO = "audio";
  private static final int LONGEST_NAME = 200;

  final CallKey key;

  @Nullable UUID conversationId;
  @Nullable UUID visitorId;
  String visitorName = "";
  String media = AUDIO;
  Instant startedAt;
  @Nullable Instant heardJoinedAt;
  @Nullable Instant lastBeatAt;
  @Nullable Instant toldJoinedAt;
  @Nullable Instant endedAt;
  @Nullable String outcome;
  List<Participant> agents = new ArrayList<>();

  /** The last sign of life there was when the call was taken for lost. */
  @Nullable Instant expiredAfter;

  String state = RINGING;
  @Nullable Instant joinedAt;
  long durationSeconds;
  int incrementSeconds = 1;
  @Nullable YearMonth month;
  long chargedSeconds;
  long heldMonthlySeconds;
  long heldBonusSeconds;
  @Nullable Instant refusedAt;
  @Nullable String fault;
  long movements;
  @Nullable Instant expiresAt;

  /** The event that is being applied. */
  @Nullable UUID eventId;

  CallRecord(CallKey key, Instant startedAt) {
    this.key = key;
    this.startedAt = startedAt;
  }

  /** Lays news onto what was known. Times beyond {@code latest} are of a clock that is wrong. */
  void learn(CallNews news, Instant latest) {
    eventId = news.eventId();
    CallStarted started = news.started();
    if (started != null && endedAt == null) {
      describe(
          started.conversationId(), started.visitorId(), started.visitorName(), started.media());
      startedAt = micros(earlier(startedAt, started.startedAt()));
    }
    for (CallJoined told : news.joined()) {
      if (!told.joinedAt().isAfter(latest)) {
        heardJoinedAt = micros(earlier(heardJoinedAt, told.joinedAt()));
        remember(told);
      }
    }
    Instant beat = news.lastBeat();
    if (beat != null
        && !beat.isAfter(latest)
        && (lastBeatAt == null || lastBeatAt.isBefore(micros(beat)))) {
      lastBeatAt = micros(beat);
    }
    CallEnded ended = news.ended();
    if (ended != null && (endedAt == null || micros(ended.endedAt()).isBefore(endedAt))) {
      learnEnd(ended);
    }
  }

  private void learnEnd(CallEnded ended) {
    describe(ended.conversationId(), ended.visitorId(), ended.visitorName(), ended.media());
    startedAt = micros(ended.startedAt());
    toldJoinedAt = ended.firstJoinedAt() == null ? null : micros(ended.firstJoinedAt());
    endedAt = micros(ended.endedAt());
    outcome = ended.outcome() == null ? "completed" : ended.outcome();
    if (ended.agents() != null && !ended.agents().isEmpty()) {
      agents = new ArrayList<>();
      for (CallEnded.Participant told : ended.agents()) {
        agents.add(new Participant(told.agentId(), told.name(), told.joinedAt(), told.leftAt()));
      }
    }
  }

  private void describe(
      @Nullable UUID conversation, @Nullable UUID visitor, @Nullable String name, String kind) {
    conversationId = conversation;
    visitorId = visitor;
    visitorName = name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    media = VIDEO.equals(kind) ? VIDEO : AUDIO;
  }

  private void remember(CallJoined told) {
    boolean known =
        endedAt != null
            || agents.stream()
                .anyMatch(
                    agent ->
                        agent.id().equals(told.agentId())
                            && agent.joinedAt().equals(told.joinedAt()));
    if (!known) {
      agents.add(new Participant(told.agentId(), told.agentName(), told.joinedAt(), null));
      agents.sort(Comparator.comparing(Participant::joinedAt).thenComparing(Participant::id));
    }
  }

  /** The last sign of life, null before anybody joined. */
  @Nullable Instant lastHeard() {
    return lastBeatAt == null || heardJoinedAt != null && heardJoinedAt.isAfter(lastBeatAt)
        ? heardJoinedAt
        : lastBeatAt;
  }

  /** Whether it was taken for lost, and nothing was heard since. */
  boolean expired() {
    Instant heard = lastHeard();
    return expiredAfter != null && (heard == null || !heard.isAfter(expiredAfter));
  }

  long heldSeconds() {
    return heldMonthlySeconds + heldBonusSeconds;
  }

  private static Instant earlier(@Nullable Instant known, Instant told) {
    return known == null || told.isBefore(known) ? told : known;
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
