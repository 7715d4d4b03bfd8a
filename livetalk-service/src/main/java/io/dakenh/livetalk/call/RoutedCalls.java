package io.dakenh.livetalk.call;

import io.dakenh.contracts.billing.CallHoldRefused;
import io.dakenh.contracts.routing.CallAllocated;
import io.dakenh.contracts.routing.CallUnanswered;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.livetalk.call.Call.Limit;
import io.dakenh.livetalk.call.Participant.Standing;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Colleague;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What routing and billing decide about calls; runs in the transaction of their event. */
@ApplicationScoped
public class RoutedCalls {
  private final CallStore store;
  private final CallLife life;
  private final CallEvents events;
  private final Directory directory;
  private final LivetalkConfig.Calls config;

  @Inject
  RoutedCalls(
      CallStore store,
      CallLife life,
      CallEvents events,
      Directory directory,
      LivetalkConfig config) {
    this.store = store;
    this.life = life;
    this.events = events;
    this.directory = directory;
    this.config = config.calls();
  }

  /** An agent accepted: the call is theirs as long as media flows soon. */
  public void allocated(UUID tenantId, CallAllocated allocated) {
    change(
        tenantId,
        allocated.callId(),
        facts -> {
          Claim before = facts.call().claim();
          if (facts.call().state() != CallState.RINGING
              || (before != null && allocated.claimId().equals(before.id()))) {
            return facts;
          }
          return claim(facts, allocated);
        });
  }

  private CallFacts claim(CallFacts facts, CallAllocated allocated) {
    Instant now = life.now();
    Colleague agent =
        directory
            .colleague(facts.call().tenantId(), allocated.agentId())
            .orElse(new Colleague(allocated.agentId(), "", null, true));
    Participant part =
        new Participant(
            Ids.next(),
            PartyKind.AGENT,
            agent.id(),
            agent.name(),
            agent.avatarUrl(),
            Standing.CONNECTING,
            null,
            true,
            false,
            null,
            null,
            null,
            now);
    if (!store.add(facts.call(), part, now)) {
      // In another call since, which routing did not know: the others are asked on.
      events.rungOn(facts.call(), allocated.claimId(), agent.id(), now);
      return facts;
    }
    return life.claim(
        facts,
        new Claim(allocated.claimId(), agent.id(), now.plus(config.claim())),
        allocated.departmentId());
  }

  /** Nobody takes it. */
  public void unanswered(UUID tenantId, CallUnanswered unanswered) {
    change(
        tenantId,
        unanswered.callId(),
        facts ->
            facts.call().state() == CallState.RINGING
                ? life.end(facts, Outcome.MISSED, unanswered.reason(), life.now())
                : facts);
  }

  /** No more minutes: a call that has not begun does not begin, others end as the policy says. */
  void refused(UUID tenantId, CallHoldRefused refused) {
    change(
        tenantId,
        refused.callId(),
        facts -> {
          if (facts.call().ended()) {
            return facts;
          }
          if (facts.call().firstJoinedAt() == null) {
            return life.end(facts, Outcome.FAILED, Minutes.EXHAUSTED, life.now());
          }
          boolean cut = refused.policy().equals("cut") && refused.cutAt() != null;
          return life.changed(
              facts
                  .call()
                  .limited(new Limit(cut ? "cut" : "finish", cut ? refused.cutAt() : null)));
        });
  }

  private void change(UUID tenantId, UUID callId, UnaryOperator<CallFacts> step) {
    store
        .lock(tenantId, callId)
        .ifPresent(
            facts -> {
              CallFacts after = step.apply(facts);
              if (after != facts) {
                life.settle(after);
              }
            });
  }
}
