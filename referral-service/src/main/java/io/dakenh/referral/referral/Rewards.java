package io.dakenh.referral.referral;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralRewarded;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.referral.ReferralConfig;
import io.dakenh.referral.referral.ReferralState.Qualified;
import io.dakenh.referral.referral.ReferralState.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves a referral on as far as it can go: qualified once the business has a verified owner and has
 * handled a conversation, rewarded at once, as far as the cap of the month has room. State and
 * events are one transaction, so a crash leaves both or neither; whoever calls it again finds the
 * state moved and tells nothing twice.
 */
@ApplicationScoped
class Rewards {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long SECONDS_PER_MINUTE = 60;

  private final ReferralRepository referrals;
  private final Outbox outbox;
  private final ReferralConfig.Reward policy;
  private final Clock clock;

  @Inject
  Rewards(ReferralRepository referrals, Outbox outbox, ReferralConfig config, Clock clock) {
    this.referrals = referrals;
    this.outbox = outbox;
    this.policy = config.reward();
    this.clock = clock;
  }

  /** Moves on how this business was brought, if it was. */
  @Transactional
  void advance(UUID referredTenantId) {
    referrals.ofReferred(referredTenantId).ifPresent(this::advance);
  }

  private void advance(ReferralRow row) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    if (row.referral().state() instanceof Registered registered
        && row.verified()
        && row.handled()) {
      reward(row, registered.qualify(now), now);
    } else if (row.referral().state() instanceof Qualified qualified) {
      reward(row, qualified, now);
    }
  }

  private void reward(ReferralRow row, Qualified qualified, Instant now) {
    Referral referral = row.referral();
    Long referred = row.referredSeconds();
    if (referred == null) {
      referred = policy.referredMinutes() * SECONDS_PER_MINUTE;
      tell(referral, referral.referredTenantId(), "referred", referred, now);
    }
    long seconds = policy.referrerMinutes() * SECONDS_PER_MINUTE;
    if (earnedThisMonth(referral.tenantId()) + seconds <= cap()) {
      tell(referral, referral.tenantId(), "referrer", seconds, now);
      referrals.move(referral.id(), qualified.reward(seconds, now), referred);
    } else {
      referrals.move(referral.id(), qualified, referred);
    }
  }

  /** What the business earned since the 1st in Vietnam, where minutes are counted. */
  long earnedThisMonth(UUID tenantId) {
    Instant begin =
        YearMonth.from(Instant.now(clock).atZone(ZONE)).atDay(1).atStartOfDay(ZONE).toInstant();
    return referrals.earnedSince(tenantId, begin);
  }

  /** Most a business earns in a month, never less than one reward. */
  long cap() {
    return Math.max(policy.monthlyCapMinutes(), policy.referrerMinutes()) * SECONDS_PER_MINUTE;
  }

  long referrerSeconds() {
    return policy.referrerMinutes() * SECONDS_PER_MINUTE;
  }

  long referredSeconds() {
    return policy.referredMinutes() * SECONDS_PER_MINUTE;
  }

  private void tell(
      Referral referral, UUID tenantId, String side, @Nullable Long seconds, Instant now) {
    if (seconds != null && seconds > 0) {
      outbox.add(
          EventCatalog.REFERRAL_REWARDED,
          tenantId,
          tenantId,
          new ReferralRewarded(tenantId, referral.id(), side, seconds, now));
    }
  }
}
