package io.dakenh.routing.allocation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.EventType;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.CallAllocated;
import io.dakenh.contracts.routing.CallUnanswered;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.OutgoingEvent;
import io.dakenh.platform.event.Traces;
import io.dakenh.platform.time.Ids;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationState.Winner;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the others are told about a decision. The key is the conversation's id, so its offers arrive
 * in order.
 */
final class AllocationEvents {
  private static final String CALL = "call";

  private AllocationEvents() {}

  static List<OutgoingEvent> of(Decided decided) {
    StoredAllocation before = decided.before();
    UUID winner =
        decided.decision().changes().stream()
            .filter(Change.Joined.class::isInstance)
            .map(joined -> ((Change.Joined) joined).winner().agentId())
            .findFirst()
            .orElse(null);
    List<OutgoingEvent> events = new ArrayList<>();
    for (Change change : decided.decision().changes()) {
      switch (change) {
        case Change.Offered offered ->
            events.add(event(before, EventCatalog.OFFER_MADE, made(decided, offered.offer())));
        case Change.OfferEnded ended ->
            events.add(
                event(
                    before, EventCatalog.OFFER_RESOLVED, resolved(before, ended.offer(), winner)));
        case Change.WentToQueue queued when before.call() != null ->
            events.add(
                event(
                    before,
                    EventCatalog.CALL_UNANSWERED,
                    new CallUnanswered(
                        before.tenantId(),
                        before.conversationId(),
                        queued.departmentId(),
                        queued.reason().label(),
                        before.now())));
        case Change.WentToQueue queued ->
            events.add(
                event(
                    before,
                    EventCatalog.ALLOCATION_QUEUED,
                    new AllocationQueued(
                        before.tenantId(),
                        before.conversationId(),
                        queued.departmentId(),
                        queued.reason().label(),
                        before.now())));
        case Change.Joined joined when before.call() != null ->
            events.add(event(before, EventCatalog.CALL_ALLOCATED, claimed(before, joined)));
        case Change.Joined joined ->
            events.add(
                event(before, EventCatalog.CONVERSATION_ALLOCATED, allocated(before, joined)));
        case Change.Started started -> {
          // Of interest in the timeline only.
        }
        case Change.Parked parked -> {
          // Of interest in the timeline only.
        }
        case Change.WantedUnavailable unavailable -> {
          // Of interest in the timeline only.
        }
        case Change.HandedOn handedOn -> {
          // Livetalk said so.
        }
        case Change.TakenBack takenBack -> {
          // Whoever joins next is told of.
        }
        case Change.Reopened reopened -> {
          // Livetalk said so.
        }
        case Change.RoutedAgain again -> {
          // Of interest in the timeline only.
        }
        case Change.RoundStarted round -> {
          // Of interest in the timeline only.
        }
        case Change.Ended ended -> {
          // The closing came from livetalk in the first place.
        }
      }
    }
    return events;
  }

  private static OfferMade made(Decided decided, Offer offer) {
    StoredAllocation before = decided.before();
    return new OfferMade(
        before.tenantId(),
        offer.id(),
        before.about(),
        offer.agentId(),
        offer.departmentId(),
        decided.departmentName(),
        before.channelKind(),
        before.visitorName(),
        before.preview(),
        offer.round(),
        offer.madeAt(),
        offer.expiresAt(),
        before.call() == null ? null : CALL,
        before.call() == null ? null : before.conversationId(),
        before.call() == null ? null : before.call().media());
  }

  private static OfferResolved resolved(
      StoredAllocation before, Offer offer, @Nullable UUID winner) {
    return new OfferResolved(
        before.tenantId(),
        offer.id(),
        before.about(),
        offer.agentId(),
        offer.state().label(),
        winner,
        before.now(),
        before.call() == null ? null : CALL,
        before.call() == null ? null : before.conversationId());
  }

  private static CallAllocated claimed(StoredAllocation before, Change.Joined joined) {
    return new CallAllocated(
        before.tenantId(),
        before.conversationId(),
        before.about(),
        before.bindingId(),
        joined.winner().agentId(),
        joined.departmentId(),
        joined.winner().at());
  }

  private static ConversationAllocated allocated(StoredAllocation before, Change.Joined joined) {
    Winner winner = joined.winner();
    return new ConversationAllocated(
        before.tenantId(),
        before.conversationId(),
        before.bindingId(),
        winner.agentId(),
        joined.departmentId(),
        winner.cause(),
        winner.at());
  }

  private static <T extends Record> OutgoingEvent event(
      StoredAllocation before, EventType<T> type, T payload) {
    return new OutgoingEvent(
        Ids.next(),
        type.name(),
        type.topic().topicName(),
        before.conversationId().toString(),
        before.tenantId(),
        before.now(),
        EventJson.write(payload),
        Traces.current(),
        null);
  }
}
