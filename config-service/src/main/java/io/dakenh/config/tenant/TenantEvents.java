package io.dakenh.config.tenant;

import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;

/** How a tenant is announced. */
public final class TenantEvents {
  private TenantEvents() {}

  /** The tenant as it is now. */
  public static void changed(Entries entries, Tenant tenant) {
    entries.event(
        EventCatalog.TENANT_CHANGED,
        tenant.id,
        new TenantChanged(
            tenant.id,
            tenant.version,
            tenant.name,
            tenant.widgetKey,
            tenant.status,
            tenant.locale,
            tenant.timeZone,
            tenant.referralCode,
            tenant.createdAt));
  }
}
