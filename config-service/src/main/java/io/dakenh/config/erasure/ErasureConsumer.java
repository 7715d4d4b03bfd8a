package io.dakenh.config.erasure;

import io.dakenh.config.erasure.Erasure.Part;
import io.dakenh.config.erasure.Erasure.Thing;
import io.dakenh.contracts.erasure.TenantErased;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what the other services removed. The first answer of each counts. */
@ApplicationScoped
class ErasureConsumer {
  private final ErasureRepository erasures;
  private final ErasureWork work;
  private final EventInbox inbox;

  @Inject
  ErasureConsumer(ErasureRepository erasures, ErasureWork work, EventInboxes inboxes) {
    this.erasures = erasures;
    this.work = work;
    this.inbox =
        inboxes
            .forGroup("config-service-erasure")
            .onEvenErased(EventCatalog.TENANT_ERASED, this::note);
  }

  @Incoming("tenant-erased")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void note(ReceivedEvent<TenantErased> event) {
    TenantErased answer = event.payload();
    erasures.answer(
        answer.erasureId(),
        event.tenantId(),
        new Part(
            answer.service(), things(answer.erased()), things(answer.kept()), answer.erasedAt()));
    work.soon(answer.erasureId());
  }

  private static List<Thing> things(List<TenantErased.Count> counts) {
    return counts.stream().map(count -> new Thing(count.what(), count.count())).toList();
  }
}
