package io.dakenh.referral.referral;

import java.time.Instant;

/** What a referral can be. The methods are the only legal transitions. */
public sealed interface ReferralState {
  /** Name in the database and in the API. */
  default String code() {
    return switch (this) {
      case Registered registered -> "registered";
      case Qualified qualified -> "qualified";
      case Rewarded rewarded -> "rewarded";
      case Rejected rejected -> "rejected";
    };
  }

  /** The referred business signed up. */
  record Registered() implements ReferralState {
    /** It verified its e-mail and handled its first conversation. */
    public Qualified qualify(Instant at) {
      return new Qualified(at);
    }

    /** It does not count. */
    public Rejected reject(RejectionReason reason, Instant at) {
      return new Rejected(reason, at);
    }
  }

  /** The referred business is a real one; the reward is due. */
  record Qualified(Instant qualifiedAt) implements ReferralState {
    /** Both got their bonus. */
    public Rewarded reward(long seconds, Instant at) {
      return new Rewarded(qualifiedAt, seconds, at);
    }

    /** It does not count after all. */
    public Rejected reject(RejectionReason reason, Instant at) {
      return new Rejected(reason, at);
    }
  }

  /** Done. */
  record Rewarded(Instant qualifiedAt, long seconds, Instant rewardedAt) implements ReferralState {
    /** Refuses a reward of nothing and one before it was earned. */
    public Rewarded {
      if (seconds <= 0) {
        throw new IllegalArgumentException("a reward has at least one second");
      }
      if (rewardedAt.isBefore(qualifiedAt)) {
        throw new IllegalArgumentException("rewarded before qualified");
      }
    }
  }

  /** Refused, unless an operator overrules it. */
  record Rejected(RejectionReason reason, Instant rejectedAt) implements ReferralState {
    /** An operator found that it counts after all. A business can never refer itself. */
    public Registered overrule() {
      if (reason == RejectionReason.SELF_REFERRAL) {
        throw new IllegalStateException("a business cannot refer itself");
      }
      return new Registered();
    }
  }
}
