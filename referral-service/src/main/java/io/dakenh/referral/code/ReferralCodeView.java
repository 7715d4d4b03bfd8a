package io.dakenh.referral.code;

import java.time.Instant;

/**
 * The own business's code.
 *
 * @param url link to share; whoever signs up through it is referred by this business
 */
public record ReferralCodeView(String code, String url, Instant createdAt) {
  static ReferralCodeView of(ReferralCode code, String publicUrl) {
    return new ReferralCodeView(code.code(), publicUrl + "/r/" + code.code(), code.issuedAt());
  }
}
