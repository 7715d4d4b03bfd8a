package io.dakenh.billing.entitlement;

import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.OutgoingEvent;
import io.dakenh.platform.event.Traces;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the suite what a business may use, in the transaction that changed it. */
@ApplicationScoped
public class EntitlementEvents {
  private final Outbox outbox;

  @Inject
  EntitlementEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** One change; caused by an event unless a person asked for it. */
  public void changed(Entitlement entitlement, @Nullable UUID causationId) {
    outbox.add(
        EventCatalog.ENTITLEMENT_CHANGED,
        entitlement.tenantId(),
        entitlement.tenantId(),
        payload(entitlement),
        causationId);
  }

  /** Many changes with one round trip. */
  public void changed(List<Entitlement> entitlements) {
    outbox.addAll(entitlements.stream().map(EntitlementEvents::event).toList());
  }

  private static OutgoingEvent event(Entitlement entitlement) {
    return new OutgoingEvent(
        Ids.next(),
        EventCatalog.ENTITLEMENT_CHANGED.name(),
        EventCatalog.ENTITLEMENT_CHANGED.topic().topicName(),
        entitlement.tenantId().toString(),
        entitlement.tenantId(),
        entitlement.changedAt(),
        EventJson.write(payload(entitlement)),
        Traces.current(),
        null);
  }

  private static EntitlementChanged payload(Entitlement entitlement) {
    return new EntitlementChanged(
        entitlement.tenantId(),
        entitlement.version(),
        entitlement.plan().code(),
        entitlement.month().toString(),
        entitlement.grantedSeconds(),
        entitlement.balances().monthlySeconds(),
        entitlement.balances().bonusSeconds(),
        entitlement.changedAt(),
        entitlement.balances().heldSeconds(),
        entitlement.level(),
        entitlement.plan().exhausted().code());
  }
}
