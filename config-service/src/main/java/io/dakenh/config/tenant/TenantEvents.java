package io.dakenh.config.tenant;

import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import org.jspecify.annotations.Nullable;

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
            tenant.createdAt,
            signUp(tenant)));
  }

  private static TenantChanged.@Nullable SignUp signUp(Tenant tenant) {
    return tenant.ownerHash == null
        ? null
        : new TenantChanged.SignUp(
            tenant.ownerHash, tenant.ownerDomainHash, tenant.ownerVerified, tenant.referralClickId);
  }
}
