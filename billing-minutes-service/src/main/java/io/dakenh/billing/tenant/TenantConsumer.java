package io.dakenh.billing.tenant;

import io.dakenh.billing.entitlement.EntitlementService;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.relational.erasure.TenantErasure;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Gives every business that appears its accounts and trial entitlement. Which version of the tenant
 * comes first does not matter, so none is remembered; a suspended business keeps what it has.
 */
@ApplicationScoped
class TenantConsumer {
  private static final String GROUP = "billing-minutes-service";

  private final EventInbox inbox;

  @Inject
  TenantConsumer(EventInboxes inboxes, EntitlementService entitlements, TenantErasure erasure) {
    inbox =
        inboxes
            .forGroup(GROUP)
            .onEvenErased(EventCatalog.TENANT_ERASURE_REQUESTED, erasure::begin)
            .on(
                EventCatalog.TENANT_CHANGED,
                event -> entitlements.open(event.tenantId(), event.id()));
  }

  @Incoming("config-tenant")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }
}
