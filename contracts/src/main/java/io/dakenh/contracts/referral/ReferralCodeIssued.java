package io.dakenh.contracts.referral;

import java.time.Instant;
import java.util.UUID;

/** A business received its referral code. Key: tenant id. The code never changes. */
public record ReferralCodeIssued(UUID tenantId, String code, Instant issuedAt) {}
