package io.dakenh.referral.referral;

import io.dakenh.referral.referral.ReferralState.Qualified;
import io.dakenh.referral.referral.ReferralState.Registered;
import io.dakenh.referral.referral.ReferralState.Rejected;
import io.dakenh.referral.referral.ReferralState.Rewarded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One referral, as the owner of the referring business sees it.
 *
 * @param businessName the business that signed up
 * @param state {@code registered}, {@code qualified}, {@code rewarded} or {@code rejected}
 * @param rejectionReason stable code, only when rejected
 * @param waitingFor what is missing: {@code verified-email}, {@code first-conversation} or {@code
 *     monthly-cap}
 * @param rewardedSeconds bonus received, zero until rewarded
 * @param changedAt when it came into its state
 */
public record ReferralView(
    UUID id,
    String businessName,
    String state,
    @Nullable String rejectionReason,
    List<String> waitingFor,
    long rewardedSeconds,
    Instant registeredAt,
    Instant changedAt) {
  static ReferralView of(ReferralRow row) {
    Referral referral = row.referral();
    ReferralState state = referral.state();
    return new ReferralView(
        referral.id(),
        row.businessName(),
        state.code(),
        state instanceof Rejected rejected ? rejected.reason().code() : null,
        waitingFor(row, state),
        state instanceof Rewarded rewarded ? rewarded.seconds() : 0,
        referral.registeredAt(),
        switch (state) {
          case Registered registered -> referral.registeredAt();
          case Qualified qualified -> qualified.qualifiedAt();
          case Rewarded rewarded -> rewarded.rewardedAt();
          case Rejected rejected -> rejected.rejectedAt();
        });
  }

  private static List<String> waitingFor(ReferralRow row, ReferralState state) {
    List<String> missing = new ArrayList<>();
    if (state instanceof Qualified) {
      missing.add("monthly-cap");
    }
    if (state instanceof Registered && !row.verified()) {
      missing.add("verified-email");
    }
    if (state instanceof Registered && !row.handled()) {
      missing.add("first-conversation");
    }
    return missing;
  }
}
