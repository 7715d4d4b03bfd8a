package io.dakenh.contracts.config;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Latest state of one business. Key: tenant id.
 *
 * @param version grows by one with each change; an older one than seen is ignored
 * @param widgetKey public key in the embed snippet
 * @param status {@code active} or {@code suspended}; readers treat an unknown value as suspended
 * @param locale {@code vi} or {@code en}
 * @param timeZone IANA zone, {@code Asia/Ho_Chi_Minh} unless the owner chose another
 * @param referralCode code the business signed up with, absent when none
 */
public record TenantChanged(
    UUID tenantId,
    long version,
    String name,
    String widgetKey,
    String status,
    String locale,
    String timeZone,
    @Nullable String referralCode,
    Instant createdAt) {}
