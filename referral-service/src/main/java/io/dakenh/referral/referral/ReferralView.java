package io.dakenh.referral.referral;

import io.dakenh.referral.referral.ReferralState.Rejected;
import io.dakenh.referral.referral.ReferralState.Rewarded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One referral, as the owner of the referring business sees it.
 *
 * @param businessName the business that signed up
 * @param state {@code registered}, {@code qualified}, {@code rewarded} or {@code rejected}
 * @param rejectionReason stable code, only when rejected
 * @param rewardedSeconds bonus received, zero until rewarded
 */
public record ReferralView(
    UUID id,
    String businessName,
    String state,
    @Nullable String rejectionReason,
    long rewardedSeconds,
    Instant registeredAt) {
  static ReferralView of(UUID id, String businessName, ReferralState state, Instant registeredAt) {
    return new ReferralView(
        id,
        businessName,
        state.code(),
        state instanceof Rejected rejected ? rejected.reason().code() : null,
        state instanceof Rewarded rewarded ? rewarded.seconds() : 0,
        registeredAt);
  }
}
