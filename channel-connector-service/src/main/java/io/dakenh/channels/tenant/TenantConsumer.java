package io.dakenh.channels.tenant;

import io.dakenh.channels.channel.ChannelService;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.relational.erasure.TenantErasure;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps channels in step with their businesses. */
@ApplicationScoped
class TenantConsumer {
  private static final String GROUP = "channel-connector-service";

  private final EventInbox inbox;

  @Inject
  TenantConsumer(EventInboxes inboxes, ChannelService channels, TenantErasure erasure) {
    inbox =
        inboxes
            .forGroup(GROUP)
            .onEvenErased(EventCatalog.TENANT_ERASURE_REQUESTED, erasure::begin)
            .on(EventCatalog.TENANT_CHANGED, event -> channels.follow(event.payload(), event.id()));
  }

  @Incoming("config-tenant")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }
}
