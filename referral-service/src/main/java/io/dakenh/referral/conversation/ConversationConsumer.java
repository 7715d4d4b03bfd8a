package io.dakenh.referral.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.referral.progress.Progress;
import io.dakenh.referral.referral.ReferralService;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notices when a business has handled its first conversation. */
@ApplicationScoped
class ConversationConsumer {
  private static final String GROUP = "referral-service";

  private final EventInbox inbox;
  private final Progress progress;
  private final ReferralService referrals;

  @Inject
  ConversationConsumer(EventInboxes inboxes, Progress progress, ReferralService referrals) {
    this.progress = progress;
    this.referrals = referrals;
    inbox =
        inboxes
            .forGroup(GROUP)
            .on(EventCatalog.CONVERSATION_ALLOCATED, this::joined)
            .on(EventCatalog.CONVERSATION_CLOSED, this::closed);
  }

  @Incoming("conversations")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void joined(ReceivedEvent<ConversationAllocated> event) {
    settle(event.tenantId(), progress.joined(event.tenantId(), event.payload().conversationId()));
  }

  private void closed(ReceivedEvent<ConversationClosed> event) {
    ConversationClosed closed = event.payload();
    settle(
        event.tenantId(),
        progress.closed(event.tenantId(), closed.conversationId(), closed.closedAt()));
  }

  private void settle(UUID tenantId, boolean first) {
    if (first) {
      referrals.handled(tenantId);
    }
  }
}
