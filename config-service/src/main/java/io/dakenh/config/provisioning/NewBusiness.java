package io.dakenh.config.provisioning;

import io.dakenh.config.identity.PasswordHash;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business whose owner has confirmed the address.
 *
 * @param id of the tenant, given before: whoever comes twice gets the same
 * @param referralVisit visit to a referral link that led to it, if any
 */
public record NewBusiness(
    UUID id,
    String name,
    String ownerName,
    String email,
    PasswordHash password,
    String locale,
    @Nullable String referralCode,
    @Nullable UUID referralVisit,
    UUID departmentId,
    String widgetKey) {}
