package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.livetalk.call.Call.End;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a call's life. Each needs a transaction that holds the call, and gives the call as
 * it is then; {@link #settle} ends a change: it notes when to look again and shows the call. Made
 * when the service starts, not by its first call: since then signs of life are listened for.
 */
@ApplicationScoped
@Startup
class CallLife {
  /** More than can be due of one call at a time: a mistake must not loop for ever. */
  private static final int MOST_STEPS = 16;

  private final CallStore store;
  private final CallEvents events;
  private final CallAnnouncer announcer;
  private final CallAlarm alarm;
  private final CallRules rules;
  private final CallMeters meters;
  private final LivetalkConfig.Calls config;
  private final Clock clock;
  private final Instant listeningSince;

  @Inject
  CallLife(
      CallStore store,
      CallEvents events,
      CallAnnouncer announcer,
      CallAlarm alarm,
      CallMeters meters,
      LivetalkConfig config,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.announcer = announcer;
    this.alarm = alarm;
    this.meters = meters;
    this.rules = CallRules.of(config.calls());
    this.config = config.calls();
    this.clock = clock;
    this.listeningSince = clock.instant().plus(this.config.comeBack());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Does everything that is due. */
  CallFacts review(CallFacts locked, Instant now) {
    CallFacts facts = locked;
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Due> due = rules.due(facts, now, listeningSince);
      if (due.isEmpty()) {
        break;
      }
      facts = apply(facts, due.get(), now);
    }
    return facts;
  }

  private CallFacts apply(CallFacts facts, Due due, Instant now) {
    return switch (due) {
      case Due.ClaimLapsed lapsed -> ringOn(facts, now);
      case Due.Gone gone -> leave(facts, gone.participant(), gone.at());
      case Due.Over over -> end(facts, over.outcome(), over.reason(), over.at());
      case Due.Beat beat -> {
        events.beat(facts.call(), now);
        yield changed(facts.call().beaten(now.plus(config.beat())));
      }
    };
  }

  /** Ends a change: when to look again, and who is to see it. */
  CallFacts settle(CallFacts facts) {
    Call call = facts.call();
    store.nextDue(call, call.ended() ? now() : rules.next(facts, listeningSince));
    alarm.ringAfterCommit();
    announcer.afterCommit(facts);
    return facts;
  }

  /** Nothing changed that anybody sees. */
  void lookAgain(CallFacts facts) {
    store.nextDue(facts.call(), rules.next(facts, listeningSince));
  }

  CallFacts changed(Call call) {
    store.update(call);
    return reread(call);
  }

  /** After somebody's part changed. */
  CallFacts touched(Call call) {
    store.touch(call);
    return reread(call);
  }

  private CallFacts reread(Call call) {
    return store.lock(call.tenantId(), call.id()).orElseThrow();
  }

  /** An agent took the call, until {@code due} provisionally. */
  CallFacts claim(CallFacts facts, Claim claim, @Nullable UUID departmentId) {
    return changed(
        facts
            .call()
            .claimed(claim, departmentId == null ? facts.call().departmentId() : departmentId));
  }

  /** Nobody came of the claim: the others are asked on. */
  CallFacts ringOn(CallFacts facts, Instant now) {
    Call call = facts.call();
    Claim claim = call.claim();
    if (call.state() != CallState.CLAIMED || claim == null) {
      return facts;
    }
    facts.present().stream()
        .filter(each -> !each.visitor() && each.personId().equals(claim.agentId()))
        .forEach(each -> store.left(call.tenantId(), each, now));
    UUID claimId = claim.id();
    if (claimId != null) {
      events.rungOn(call, claimId, claim.agentId(), now);
    }
    return changed(call.ringingOn());
  }

  /** Media flows at this agent's. The first one's makes the claim hold. */
  CallFacts connect(CallFacts facts, Participant agent, Instant now) {
    Call call = facts.call();
    store.joined(call.tenantId(), agent, now);
    facts.visitor().ifPresent(visitor -> store.joined(call.tenantId(), visitor, now));
    events.joined(call, agent, now);
    if (call.firstJoinedAt() == null) {
      meters.connected(call, now);
    }
    return changed(call.connected(now, now.plus(config.beat())));
  }

  /** Somebody is gone; the call goes on as long as the visitor and one agent are there. */
  CallFacts leave(CallFacts facts, Participant who, Instant at) {
    Call call = facts.call();
    Claim claim = call.claim();
    if (call.state() == CallState.CLAIMED
        && claim != null
        && claim.agentId().equals(who.personId())
        && !call.callBack()) {
      return ringOn(facts, at);
    }
    boolean last =
        who.joined() && facts.joinedAgents().stream().allMatch(each -> each.id().equals(who.id()));
    if (last) {
      return end(facts, Outcome.COMPLETED, null, at);
    }
    store.left(call.tenantId(), who, at);
    if (!who.visitor()) {
      events.left(call, who, at);
    }
    return touched(call);
  }

  /** The call is over; everybody's part in it ends at the latest now. */
  CallFacts end(CallFacts facts, Outcome outcome, @Nullable String reason, Instant at) {
    Call call = facts.call();
    if (call.ended()) {
      return facts;
    }
    facts.present().forEach(each -> store.left(call.tenantId(), each, at));
    End end = new End(outcome.code(), reason, at);
    CallFacts over = changed(call.ended(end));
    events.ended(over, end);
    return over;
  }
}
