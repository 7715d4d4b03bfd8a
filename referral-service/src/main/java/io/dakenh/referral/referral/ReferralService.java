package io.dakenh.referral.referral;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.referral.business.Businesses;
import io.dakenh.referral.code.ReferralCodes;
import io.dakenh.referral.referral.ReferralState.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Registers referrals and lists them. */
@ApplicationScoped
public class ReferralService {
  private static final Logger LOG = Logger.getLogger(ReferralService.class);

  /** Larger than any id of version 7. */
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private final ReferralRepository referrals;
  private final ReferralCodes codes;
  private final Businesses businesses;
  private final Clock clock;

  @Inject
  ReferralService(
      ReferralRepository referrals, ReferralCodes codes, Businesses businesses, Clock clock) {
    this.referrals = referrals;
    this.codes = codes;
    this.businesses = businesses;
    this.clock = clock;
  }

  /**
   * Registers that a business signed up with a code. What breaks a guard is kept as rejected, with
   * the reason; a code nobody has is passed over, there is no history it could stand in. Only the
   * first referral of a business counts.
   */
  @Transactional
  public void register(UUID referredTenantId, String code, Instant signedUpAt) {
    Optional<UUID> referrer = codes.ownerOf(code);
    if (referrer.isEmpty()) {
      LOG.debugf("tenant %s signed up with a code nobody has", referredTenantId);
      return;
    }
    ReferralState state = judge(referrer.get(), referredTenantId);
    referrals.add(new Referral(Ids.next(), referrer.get(), referredTenantId, state, signedUpAt));
  }

  /** One page of the business's referrals, newest first. */
  Page<ReferralView> page(UUID tenantId, int limit, @Nullable String cursor) {
    return Page.cut(
        referrals.page(tenantId, before(cursor), limit + 1),
        limit,
        referral -> Cursor.of(referral.id()));
  }

  private ReferralState judge(UUID referrer, UUID referred) {
    Registered registered = new Registered();
    if (referrer.equals(referred)) {
      return registered.reject(RejectionReason.SELF_REFERRAL, Instant.now(clock));
    }
    if (!businesses.active(referrer)) {
      return registered.reject(RejectionReason.REFERRER_SUSPENDED, Instant.now(clock));
    }
    return registered;
  }

  private static UUID before(@Nullable String cursor) {
    Cursor decoded = Cursor.decode(cursor, 1);
    if (decoded == null) {
      return NEWEST;
    }
    try {
      return UUID.fromString(decoded.values().getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
