package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.Participant.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is due of a call, and when the next thing will be. May be asked at any moment and any number
 * of times; while nothing is due it says nothing.
 *
 * @param lost how long after the last sign of life an agent counts as gone
 * @param visitorLost the same for the visitor, who may be on a phone in a lift
 */
record CallRules(Duration lost, Duration visitorLost) {
  static final String LOST = "lost";

  static CallRules of(LivetalkConfig.Calls config) {
    return new CallRules(config.lost(), config.visitorLost());
  }

  /**
   * The first thing that is due; asked again once that is done.
   *
   * @param listeningSince since when signs of life could be heard at all: before that, silence was
   *     ours
   */
  Optional<Due> due(CallFacts facts, Instant now, Instant listeningSince) {
    Call call = facts.call();
    if (call.ended()) {
      return Optional.empty();
    }
    return Stream.<Optional<Due>>of(
            callerLost(facts, now, listeningSince),
            cut(call, now),
            lapsed(call, now),
            rungOut(call, now),
            gone(facts, now, listeningSince),
            beat(call, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** When to look again. */
  @Nullable Instant next(CallFacts facts, Instant listeningSince) {
    Call call = facts.call();
    if (call.ended()) {
      return null;
    }
    List<@Nullable Instant> times = new ArrayList<>();
    times.add(call.state() == CallState.RINGING ? call.ringDue() : null);
    times.add(claimDue(call));
    times.add(call.beatDue());
    times.add(cutAt(call));
    for (Participant each : facts.present()) {
      times.add(each.joined() ? null : each.due());
      times.add(watched(facts.call(), each) ? lostAt(each, listeningSince) : null);
    }
    return times.stream()
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Without the visitor there is no call, and a call back needs who calls until it is answered. */
  private Optional<Due> callerLost(CallFacts facts, Instant now, Instant listeningSince) {
    Call call = facts.call();
    boolean connected = call.state() == CallState.CONNECTED;
    return facts.present().stream()
        .filter(each -> each.visitor() || (!connected && each.personId().equals(call.startedBy())))
        .filter(each -> watched(call, each) && !now.isBefore(lostAt(each, listeningSince)))
        .findFirst()
        .map(
            each ->
                connected
                    ? new Due.Over(Outcome.COMPLETED, LOST, later(each.seenAt(), call))
                    : new Due.Over(Outcome.CANCELLED, LOST, each.seenAt()));
  }

  private static Optional<Due> cut(Call call, Instant now) {
    Instant cutAt = cutAt(call);
    return cutAt != null && call.state() == CallState.CONNECTED && !now.isBefore(cutAt)
        ? Optional.of(new Due.Over(Outcome.CUT, "minutes-exhausted", now))
        : Optional.empty();
  }

  private static Optional<Due> lapsed(Call call, Instant now) {
    Instant claimDue = claimDue(call);
    if (claimDue == null || now.isBefore(claimDue)) {
      return Optional.empty();
    }
    return Optional.of(
        call.callBack() ? new Due.Over(Outcome.FAILED, "no-media", now) : new Due.ClaimLapsed());
  }

  private static Optional<Due> rungOut(Call call, Instant now) {
    return call.state() == CallState.RINGING && !now.isBefore(call.ringDue())
        ? Optional.of(new Due.Over(Outcome.MISSED, "no-answer", now))
        : Optional.empty();
  }

  /** Agents who did not come, or vanished; with the last one the call is over. */
  private Optional<Due> gone(CallFacts facts, Instant now, Instant listeningSince) {
    Call call = facts.call();
    List<Participant> joined = facts.joinedAgents();
    for (Participant each : facts.present()) {
      if (each.visitor()) {
        continue;
      }
      Instant due = each.due();
      if (!each.joined() && due != null && !now.isBefore(due)) {
        return Optional.of(new Due.Gone(each, now));
      }
      if (each.joined() && !now.isBefore(lostAt(each, listeningSince))) {
        Instant at = later(each.seenAt(), call);
        return Optional.of(
            joined.size() == 1
                ? new Due.Over(Outcome.COMPLETED, LOST, at)
                : new Due.Gone(each, at));
      }
    }
    return Optional.empty();
  }

  private static Optional<Due> beat(Call call, Instant now) {
    Instant beatDue = call.beatDue();
    return beatDue != null && !now.isBefore(beatDue)
        ? Optional.of(new Due.Beat())
        : Optional.empty();
  }

  /** Whoever was only asked gives no sign of life. */
  private static boolean watched(Call call, Participant each) {
    return each.joined()
        || (each.standing() == Standing.CONNECTING
            && (each.visitor() || each.personId().equals(call.startedBy())));
  }

  private Instant lostAt(Participant each, Instant listeningSince) {
    Instant heard = each.seenAt().isAfter(listeningSince) ? each.seenAt() : listeningSince;
    return heard.plus(each.visitor() ? visitorLost : lost);
  }

  private static Instant later(Instant seenAt, Call call) {
    Instant joined = call.firstJoinedAt();
    return joined != null && joined.isAfter(seenAt) ? joined : seenAt;
  }

  private static @Nullable Instant claimDue(Call call) {
    Call.Claim claim = call.claim();
    return call.state() == CallState.CLAIMED && claim != null ? claim.due() : null;
  }

  private static @Nullable Instant cutAt(Call call) {
    Call.Limit limit = call.limit();
    return limit == null ? null : limit.cutAt();
  }
}
