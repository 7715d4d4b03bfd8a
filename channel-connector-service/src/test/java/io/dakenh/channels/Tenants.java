package io.dakenh.channels;

import io.dakenh.contracts.config.TenantChanged;
import java.time.Instant;
import java.util.UUID;

/** Businesses as config-service would tell of them. */
public final class Tenants {
  private Tenants() {}

  public static TenantChanged tenant(UUID tenantId, long version, String status) {
    return new TenantChanged(
        tenantId,
        version,
        "Cửa hàng Hoa Mai",
        "wk-" + tenantId,
        status,
        "vi",
        "Asia/Ho_Chi_Minh",
        null,
        Instant.parse("2026-11-23T05:00:00Z"));
  }
}
