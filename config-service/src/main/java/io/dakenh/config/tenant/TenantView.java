package io.dakenh.config.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A business as owners and operators see it.
 *
 * @param widgetKey public key in the embed snippet
 * @param status {@code active} or {@code suspended}
 * @param timeZone IANA zone
 * @param defaultDepartmentId receives conversations without a chosen department
 * @param version as in the ETag
 */
public record TenantView(
    UUID id,
    String name,
    String status,
    String widgetKey,
    String locale,
    String timeZone,
    UUID defaultDepartmentId,
    Instant createdAt,
    long version) {
  /** What may be shown of a tenant. */
  public static TenantView of(Tenant tenant) {
    return new TenantView(
        tenant.id,
        tenant.name,
        tenant.status,
        tenant.widgetKey,
        tenant.locale,
        tenant.timeZone,
        tenant.defaultDepartmentId,
        tenant.createdAt,
        tenant.version);
  }
}
