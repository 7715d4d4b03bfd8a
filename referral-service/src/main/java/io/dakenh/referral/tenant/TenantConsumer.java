package io.dakenh.referral.tenant;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.relational.erasure.TenantErasure;
import io.dakenh.referral.business.Businesses;
import io.dakenh.referral.code.ReferralCodes;
import io.dakenh.referral.referral.ReferralService;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gives every business that appears a code, and registers who brought it. */
@ApplicationScoped
class TenantConsumer {
  private static final String GROUP = "referral-service";

  private final EventInbox inbox;
  private final Businesses businesses;
  private final ReferralCodes codes;
  private final ReferralService referrals;

  @Inject
  TenantConsumer(
      EventInboxes inboxes,
      Businesses businesses,
      ReferralCodes codes,
      ReferralService referrals,
      TenantErasure erasure) {
    this.businesses = businesses;
    this.codes = codes;
    this.referrals = referrals;
    inbox =
        inboxes
            .forGroup(GROUP)
            .on(EventCatalog.TENANT_CHANGED, this::apply)
            .onEvenErased(EventCatalog.TENANT_ERASURE_REQUESTED, erasure::begin);
  }

  @Incoming("config-tenant")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  /** Every state of a tenant repeats the code it signed up with; the repetitions change nothing. */
  private void apply(ReceivedEvent<TenantChanged> event) {
    TenantChanged tenant = event.payload();
    businesses.remember(tenant);
    codes.issue(event.tenantId(), event.id());
    referrals.learn(tenant);
  }
}
