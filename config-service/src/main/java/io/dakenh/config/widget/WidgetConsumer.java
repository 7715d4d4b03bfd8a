package io.dakenh.config.widget;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of widget documents other replicas changed. Every replica reads the whole compacted topic
 * from the beginning at its start, in a group of its own, and keeps no offsets: what it has in
 * memory it had never been told about before.
 */
@ApplicationScoped
class WidgetConsumer {
  private final EventInbox inbox;

  @Inject
  WidgetConsumer(EventInboxes inboxes, Bootstraps bootstraps) {
    this.inbox =
        inboxes
            .forGroup("config-service")
            .on(EventCatalog.WIDGET_PUBLISHED, event -> bootstraps.published(event.payload()));
  }

  @Incoming("config-widget")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }
}
