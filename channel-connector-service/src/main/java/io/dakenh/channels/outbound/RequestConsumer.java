package io.dakenh.channels.outbound;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what livetalk wants sent. */
@ApplicationScoped
class RequestConsumer {
  private static final String GROUP = "channel-connector-service";

  private final EventInbox inbox;

  @Inject
  RequestConsumer(EventInboxes inboxes, Requests requests) {
    inbox =
        inboxes
            .forGroup(GROUP)
            .on(EventCatalog.CHANNEL_MESSAGE_REQUESTED, event -> requests.message(event.payload()))
            .on(EventCatalog.CHANNEL_ACTION_REQUESTED, event -> requests.action(event.payload()));
  }

  @Incoming("livetalk-channel-request")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }
}
