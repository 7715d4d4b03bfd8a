package io.dakenh.billing.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.billing.metering.Books;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.referral.ReferralRewarded;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RewardConsumerTest {
  private static final String DEAD =
      Topic.REFERRAL_REWARD.deadLetterName("billing-minutes-service");

  @Inject Books books;

  @Test
  @Rows(part = {"MIN-3", "MIN-6", "REF-3"})
  void aRewardCountsOnceHoweverItIsTold() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = books.tenantWith(3600);
      UUID referral = UUID.randomUUID();
      tell(probe, tenantId, new ReferralRewarded(tenantId, referral, "referrer", 1800, now()));
      tell(probe, tenantId, new ReferralRewarded(tenantId, referral, "referrer", 1800, now()));
      tell(
          probe,
          tenantId,
          new ReferralRewarded(tenantId, UUID.randomUUID(), "referred", 60, now()));

      Awaitility.await()
          .untilAsserted(() -> assertThat(books.balances(tenantId).bonusSeconds()).isEqualTo(1860));
      assertThat(
              books.number(
                  tenantId, "select count(*) from ledger_transfer where cause = 'referral-reward'"))
          .isEqualTo(2);
      books.assertConsistent(tenantId);
    }
  }

  @Test
  @Rows(part = "MIN-6")
  void buriesRewardsThatCannotBe() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = books.tenantWith(3600);
      UUID negative =
          tell(
              probe,
              tenantId,
              new ReferralRewarded(tenantId, UUID.randomUUID(), "referrer", -5, now()));
      UUID foreign =
          tell(
              probe,
              tenantId,
              new ReferralRewarded(UUID.randomUUID(), UUID.randomUUID(), "referrer", 60, now()));

      probe.await(DEAD, event -> negative.toString().equals(event.id()));
      probe.await(DEAD, event -> foreign.toString().equals(event.id()));
      assertThat(books.balances(tenantId).bonusSeconds()).isZero();
    }
  }

  private static Instant now() {
    return Instant.now();
  }

  private static UUID tell(EventProbe probe, UUID tenantId, ReferralRewarded reward) {
    return probe.publish(EventCatalog.REFERRAL_REWARDED, tenantId.toString(), tenantId, reward);
  }
}
