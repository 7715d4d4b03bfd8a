package io.dakenh.billing.reward;

import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import io.dakenh.billing.metering.CallBook;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralRewarded;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Turns rewards into bonus seconds. The transfer's id is made of the referral and the side, so a
 * reward counts once even when it is told by another event.
 */
@ApplicationScoped
class RewardConsumer {
  private static final String GROUP = "billing-minutes-service";
  private static final Set<String> SIDES = Set.of("referrer", "referred");

  /** A hundred hours: more is a mistake of whoever configured it. */
  private static final long MOST = 360_000;

  private final EventInbox inbox;
  private final CallBook book;

  @Inject
  RewardConsumer(EventInboxes inboxes, CallBook book) {
    this.book = book;
    inbox = inboxes.forGroup(GROUP).on(EventCatalog.REFERRAL_REWARDED, this::apply);
  }

  @Incoming("referral-reward")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void apply(ReceivedEvent<ReferralRewarded> event) {
    ReferralRewarded reward = event.payload();
    if (!event.tenantId().equals(reward.tenantId())
        || !SIDES.contains(reward.side())
        || reward.seconds() <= 0
        || reward.seconds() > MOST) {
      throw ProblemException.invalid("/seconds", "reward-invalid", "This is no possible reward.");
    }
    book.receive(
        new Transfer(
            Transfer.namedId(
                event.tenantId(), "reward/" + reward.referralId() + "/" + reward.side()),
            event.tenantId(),
            AccountKind.ISSUER,
            AccountKind.BONUS,
            reward.seconds(),
            TransferCause.REFERRAL_REWARD,
            BillingMonth.of(reward.rewardedAt()),
            event.id(),
            reward.rewardedAt()));
  }
}
