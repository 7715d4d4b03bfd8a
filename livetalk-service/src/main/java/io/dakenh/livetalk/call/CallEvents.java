package io.dakenh.livetalk.call;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.EventType;
import io.dakenh.contracts.livetalk.CallBeat;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallLeft;
import io.dakenh.contracts.livetalk.CallRungOn;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells routing and billing what happens to calls, with the change itself. */
@ApplicationScoped
class CallEvents {
  private final Outbox outbox;

  @Inject
  CallEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void started(Call call, @Nullable UUID wantedAgentId) {
    add(
        EventCatalog.CALL_STARTED,
        call,
        new CallStarted(
            call.tenantId(),
            call.id(),
            call.conversationId(),
            "livetalk",
            call.departmentId(),
            call.visitor().id(),
            call.visitor().name(),
            call.media().code(),
            call.startedAt(),
            wantedAgentId,
            call.startedBy()));
  }

  void joined(Call call, Participant agent, Instant at) {
    add(
        EventCatalog.CALL_JOINED,
        call,
        new CallJoined(call.tenantId(), call.id(), agent.personId(), agent.name(), at));
  }

  void left(Call call, Participant agent, Instant at) {
    add(
        EventCatalog.CALL_LEFT,
        call,
        new CallLeft(call.tenantId(), call.id(), agent.personId(), at));
  }

  void beat(Call call, Instant at) {
    add(EventCatalog.CALL_BEAT, call, new CallBeat(call.tenantId(), call.id(), at));
  }

  void rungOn(Call call, UUID claimId, UUID agentId, Instant at) {
    add(
        EventCatalog.CALL_RUNG_ON,
        call,
        new CallRungOn(call.tenantId(), call.id(), claimId, agentId, at));
  }

  void ended(CallFacts facts, Call.End end) {
    Call call = facts.call();
    List<CallEnded.Participant> agents =
        facts.participants().stream()
            .filter(each -> !each.visitor() && each.joinedAt() != null)
            .map(each -> time(each, end.at()))
            .sorted(Comparator.comparing(CallEnded.Participant::joinedAt))
            .toList();
    add(
        EventCatalog.CALL_ENDED,
        call,
        new CallEnded(
            call.tenantId(),
            call.id(),
            call.conversationId(),
            call.visitor().id(),
            call.visitor().name(),
            call.media().code(),
            end.outcome(),
            end.reason(),
            call.startedAt(),
            call.firstJoinedAt(),
            end.at(),
            agents,
            call.departmentId()));
  }

  private static CallEnded.Participant time(Participant agent, Instant end) {
    Instant joined = agent.joinedAt() == null ? end : agent.joinedAt();
    Instant left = agent.leftAt() == null ? end : agent.leftAt();
    return new CallEnded.Participant(
        agent.personId(), agent.name(), joined, left.isBefore(joined) ? joined : left);
  }

  private <T extends Record> void add(EventType<T> type, Call call, T payload) {
    outbox.add(type, call.id(), call.tenantId(), payload);
  }
}
