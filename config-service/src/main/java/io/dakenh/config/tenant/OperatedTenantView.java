package io.dakenh.config.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business as operators see it.
 *
 * @param status {@code active}, {@code suspended} or {@code erasing}
 * @param statusReason why it is in its state, absent while nobody changed that
 * @param version as in the ETag
 */
public record OperatedTenantView(
    UUID id,
    String name,
    String status,
    @Nullable String statusReason,
    String widgetKey,
    Instant createdAt,
    long version) {
  static OperatedTenantView of(Tenant tenant) {
    return new OperatedTenantView(
        tenant.id,
        tenant.name,
        tenant.status,
        tenant.statusReason,
        tenant.widgetKey,
        tenant.createdAt,
        tenant.version);
  }
}
