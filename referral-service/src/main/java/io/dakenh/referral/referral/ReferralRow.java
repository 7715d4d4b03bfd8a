package io.dakenh.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral with what is known of the business that was brought.
 *
 * @param verified whether its owner has shown to read the mailbox
 * @param handled whether it has handled a conversation
 * @param referredSeconds what it received, null before
 * @param review {@code upheld} or {@code overruled} once an operator looked at a rejection
 */
record ReferralRow(
    Referral referral,
    String businessName,
    boolean verified,
    boolean handled,
    @Nullable Long referredSeconds,
    @Nullable Instant reviewedAt,
    @Nullable String review,
    @Nullable String reviewNote) {}
