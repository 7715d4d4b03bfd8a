package io.dakenh.billing.metering;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what happens in calls. What was heard before changes nothing, so no ids are kept. */
@ApplicationScoped
class CallConsumer {
  private static final String GROUP = "billing-minutes-service";

  private final EventInbox inbox;
  private final CallBook book;

  @Inject
  CallConsumer(EventInboxes inboxes, CallBook book) {
    this.book = book;
    inbox =
        inboxes
            .forGroup(GROUP)
            .onAllOfRepeatable(
                List.of(
                    EventCatalog.CALL_STARTED,
                    EventCatalog.CALL_JOINED,
                    EventCatalog.CALL_BEAT,
                    EventCatalog.CALL_ENDED),
                this::apply);
  }

  @Incoming("livetalk-call")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void apply(List<ReceivedEvent<?>> events) {
    Map<CallKey, CallNews> news = new LinkedHashMap<>();
    for (ReceivedEvent<?> event : events) {
      news.computeIfAbsent(CallNews.keyOf(event), key -> new CallNews(event.id()))
          .add(event.payload());
    }
    book.apply(news);
  }
}
