package io.dakenh.livetalk.search;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows this service's own events, so that nobody who sends a message pays for its being
 * searchable. While the broker is away the newest messages cannot be found yet.
 */
@ApplicationScoped
class SearchConsumer {
  private final SearchIndex index;
  private final EventInbox inbox;

  @Inject
  SearchConsumer(SearchIndex index, EventInboxes inboxes) {
    this.index = index;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-search")
            .onAllRepeatable(EventCatalog.MESSAGE_SENT, this::messages)
            .on(EventCatalog.CONVERSATION_OPENED, this::opened);
  }

  @Incoming("search")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void messages(List<ReceivedEvent<MessageSent>> events) {
    index.messages(
        events.stream()
            .map(ReceivedEvent::payload)
            .map(sent -> new SearchIndex.Place(sent.conversationId(), sent.sequence()))
            .toList());
  }

  private void opened(ReceivedEvent<ConversationOpened> event) {
    index.conversation(event.tenantId(), event.payload().conversationId());
  }
}
