package io.dakenh.routing;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.relational.erasure.TenantErasure;
import io.dakenh.routing.allocation.AllocationService;
import io.dakenh.routing.allocation.Calls;
import io.dakenh.routing.allocation.Reallocation;
import io.dakenh.routing.roster.RosterProjection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Everything this service hears: people, departments, presence, conversations, calls. One
 * transaction applies one poll.
 */
@ApplicationScoped
public class RoutingEvents {
  private static final String GROUP = "routing-service";

  private final EventInbox inbox;

  @Inject
  RoutingEvents(
      EventInboxes inboxes,
      RosterProjection roster,
      AllocationService allocations,
      Reallocation reallocation,
      Calls calls,
      TenantErasure erasure) {
    this.inbox =
        inboxes
            .forGroup(GROUP)
            .onEvenErased(EventCatalog.TENANT_ERASURE_REQUESTED, erasure::begin)
            .on(
                EventCatalog.STAFF_CHANGED,
                event -> roster.apply(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.DEPARTMENT_CHANGED,
                event -> roster.apply(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.AGENT_PRESENCE_CHANGED,
                event -> roster.apply(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CONVERSATION_OPENED,
                event ->
                    allocations.open(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CONVERSATION_CLOSED,
                event ->
                    allocations.close(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.VISITOR_ERASED,
                event ->
                    allocations.forget(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CONVERSATION_TRANSFERRED,
                event ->
                    reallocation.transferred(
                        tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CONVERSATION_REOPENED,
                event ->
                    reallocation.reopened(
                        tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CALL_STARTED,
                event -> calls.started(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CALL_JOINED,
                event -> calls.joined(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CALL_LEFT,
                event -> calls.left(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CALL_RUNG_ON,
                event -> calls.rungOn(tenant(event, event.payload().tenantId()), event.payload()))
            .on(
                EventCatalog.CALL_ENDED,
                event -> calls.ended(tenant(event, event.payload().tenantId()), event.payload()));
  }

  @Incoming("events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  /** An event that names one tenant outside and another inside is not to be trusted. */
  private static UUID tenant(ReceivedEvent<?> event, UUID inside) {
    if (!event.tenantId().equals(inside)) {
      throw new IllegalArgumentException("the event names two tenants");
    }
    return inside;
  }
}
