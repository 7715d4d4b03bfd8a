package io.dakenh.livetalk.webhook;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears this service's own events once they are committed. One small question per batch tells which
 * businesses have endpoints at all; the others cost nothing more. A row is unique by endpoint and
 * event, so an event that comes again changes nothing.
 */
@ApplicationScoped
class WebhookConsumer {
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final EventInbox inbox;

  @Inject
  WebhookConsumer(Endpoints endpoints, Deliveries deliveries, EventInboxes inboxes) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-webhooks")
            .onAllOfRepeatable(
                List.of(
                    EventCatalog.CONVERSATION_OPENED,
                    EventCatalog.CONVERSATION_CLOSED,
                    EventCatalog.CONVERSATION_REOPENED,
                    EventCatalog.CONVERSATION_RATED,
                    EventCatalog.MESSAGE_SENT,
                    EventCatalog.CALL_ENDED),
                this::take);
  }

  @Incoming("webhooks")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void take(List<ReceivedEvent<?>> events) {
    Set<java.util.UUID> listening =
        endpoints.listening(
            events.stream().map(ReceivedEvent::tenantId).distinct().toArray(java.util.UUID[]::new));
    List<Happening> told = new ArrayList<>();
    for (ReceivedEvent<?> event : events) {
      Happening happening = listening.contains(event.tenantId()) ? Happening.of(event) : null;
      if (happening != null) {
        told.add(happening);
      }
    }
    told.forEach(deliveries::add);
  }
}
