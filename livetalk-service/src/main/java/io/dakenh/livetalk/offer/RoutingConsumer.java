package io.dakenh.livetalk.offer;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.livetalk.call.RoutedCalls;
import io.dakenh.livetalk.conversation.Conversations;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what routing decides. */
@ApplicationScoped
class RoutingConsumer {
  private final Offers offers;
  private final Conversations conversations;
  private final Directory directory;
  private final Fanout fanout;
  private final OfferNotices notices;
  private final Database database;
  private final EventInbox inbox;

  @Inject
  RoutingConsumer(
      Offers offers,
      Conversations conversations,
      Directory directory,
      Fanout fanout,
      OfferNotices notices,
      Database database,
      RoutedCalls calls,
      EventInboxes inboxes) {
    this.offers = offers;
    this.conversations = conversations;
    this.directory = directory;
    this.fanout = fanout;
    this.notices = notices;
    this.database = database;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-routing")
            .on(EventCatalog.OFFER_MADE, this::made)
            .on(EventCatalog.OFFER_RESOLVED, this::resolved)
            .on(EventCatalog.CONVERSATION_ALLOCATED, this::allocated)
            .on(EventCatalog.ALLOCATION_QUEUED, this::queued)
            .on(
                EventCatalog.CALL_ALLOCATED,
                event -> calls.allocated(event.tenantId(), event.payload()))
            .on(
                EventCatalog.CALL_UNANSWERED,
                event -> calls.unanswered(event.tenantId(), event.payload()));
  }

  @Incoming("routing")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void made(ReceivedEvent<OfferMade> event) {
    OfferMade offer = event.payload();
    offers.made(event.tenantId(), offer);
    if (offer.callId() == null) {
      conversations.belongsTo(event.tenantId(), offer.conversationId(), offer.departmentId());
    }
    notices.offered(event.tenantId(), offer);
  }

  private void resolved(ReceivedEvent<OfferResolved> event) {
    offers.resolved(event.tenantId(), event.payload());
  }

  private void allocated(ReceivedEvent<ConversationAllocated> event) {
    ConversationAllocated allocation = event.payload();
    conversations.allocated(
        event.tenantId(),
        allocation.conversationId(),
        allocation.allocationId(),
        allocation.agentId(),
        allocation.departmentId(),
        allocation.allocatedAt());
  }

  private void queued(ReceivedEvent<AllocationQueued> event) {
    AllocationQueued queued = event.payload();
    UUID tenantId = event.tenantId();
    conversations.belongsTo(tenantId, queued.conversationId(), queued.departmentId());
    List<UUID> owners = directory.watchers(tenantId, null);
    String frame =
        Frames.encode(
            new Frames.Waiting(queued.conversationId(), queued.departmentId(), queued.reason()));
    database.afterCommit(
        () -> owners.forEach(owner -> fanout.toAgent(tenantId, owner, frame, null)));
    notices.queued(tenantId, queued, owners);
  }
}
