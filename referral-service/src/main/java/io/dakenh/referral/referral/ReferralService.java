package io.dakenh.referral.referral;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.referral.code.ReferralCodes;
import io.dakenh.referral.referral.ReferralState.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Registers referrals, moves them on and lists them. */
@ApplicationScoped
public class ReferralService {
  private static final Logger LOG = Logger.getLogger(ReferralService.class);
  private static final Set<String> STATES =
      Set.of("registered", "qualified", "rewarded", "rejected");

  /** Larger than any id of version 7. */
  static final UUID NEWEST = new UUID(-1L, -1L);

  private final ReferralRepository referrals;
  private final ReferralCodes codes;
  private final Guards guards;
  private final Rewards rewards;
  private final Clock clock;

  @Inject
  ReferralService(
      ReferralRepository referrals,
      ReferralCodes codes,
      Guards guards,
      Rewards rewards,
      Clock clock) {
    this.referrals = referrals;
    this.codes = codes;
    this.guards = guards;
    this.rewards = rewards;
    this.clock = clock;
  }

  /**
   * Takes in the state of a business: registers who brought it, and moves the referral on when its
   * owner has been verified meanwhile.
   */
  @Transactional
  public void learn(TenantChanged tenant) {
    String code = tenant.referralCode();
    if (code != null) {
      TenantChanged.SignUp signUp = tenant.signUp();
      register(
          tenant.tenantId(),
          code,
          signUp == null ? null : signUp.referralClickId(),
          tenant.createdAt());
      rewards.advance(tenant.tenantId());
    }
  }

  /** The business has handled its first conversation. */
  @Transactional
  public void handled(UUID tenantId) {
    rewards.advance(tenantId);
  }

  /**
   * Registers that a business signed up with a code. What breaks a guard is kept as rejected, with
   * the reason; a code nobody has is passed over, there is no history it could stand in. Only the
   * first referral of a business counts.
   */
  private void register(
      UUID referredTenantId, String code, @Nullable UUID clickId, Instant signedUpAt) {
    Optional<UUID> referrer = codes.ownerOf(code);
    if (referrer.isEmpty()) {
      LOG.debugf("tenant %s signed up with a code nobody has", referredTenantId);
      return;
    }
    if (referrals.ofReferred(referredTenantId).isPresent()) {
      return;
    }
    Registered registered = new Registered();
    ReferralState state =
        guards
            .judge(referrer.get(), referredTenantId, clickId, signedUpAt)
            .<ReferralState>map(reason -> registered.reject(reason, Instant.now(clock)))
            .orElse(registered);
    referrals.add(
        new Referral(Ids.next(), referrer.get(), referredTenantId, state, signedUpAt), clickId);
  }

  /** One page of the business's referrals, newest first. */
  Page<ReferralView> page(
      UUID tenantId, @Nullable String state, int limit, @Nullable String cursor) {
    requireState(state);
    return Page.cut(
            referrals.page(tenantId, state, before(cursor), limit + 1),
            limit,
            row -> Cursor.of(row.referral().id()))
        .map(ReferralView::of);
  }

  static void requireState(@Nullable String state) {
    if (state != null && !STATES.contains(state)) {
      throw ProblemException.invalid(
          "/state", "choice", "One of registered, qualified, rewarded, rejected.");
    }
  }

  static UUID before(@Nullable String cursor) {
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
