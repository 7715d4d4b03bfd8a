package io.dakenh.livetalk.call;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what billing says of minutes. */
@ApplicationScoped
class BillingConsumer {
  private final EventInbox inbox;

  @Inject
  BillingConsumer(Minutes minutes, RoutedCalls calls, EventInboxes inboxes) {
    this.inbox =
        inboxes
            .forGroup("livetalk-service-billing")
            .on(
                EventCatalog.ENTITLEMENT_CHANGED,
                event -> minutes.changed(event.tenantId(), event.payload()))
            .on(
                EventCatalog.CALL_HOLD_REFUSED,
                event -> calls.refused(event.tenantId(), event.payload()));
  }

  @Incoming("billing")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }
}
