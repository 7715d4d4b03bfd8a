package io.dakenh.referral.code;

import java.time.Instant;
import java.util.UUID;

/** The code of one business. */
record ReferralCode(UUID tenantId, String code, Instant issuedAt) {}
