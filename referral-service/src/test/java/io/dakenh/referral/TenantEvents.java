package io.dakenh.referral;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.devstack.test.EventProbe;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Businesses as config-service would tell of them. */
public final class TenantEvents {
  public static final Instant SIGNED_UP = Instant.parse("2026-11-23T05:00:00Z");

  private TenantEvents() {}

  public static TenantChanged tenant(
      UUID tenantId, long version, String name, String status, @Nullable String referralCode) {
    return new TenantChanged(
        tenantId,
        version,
        name,
        "wk-" + tenantId,
        status,
        "vi",
        "Asia/Ho_Chi_Minh",
        referralCode,
        SIGNED_UP);
  }

  /** The same business with what is known of its sign-up. */
  public static TenantChanged with(TenantChanged tenant, TenantChanged.SignUp signUp) {
    return new TenantChanged(
        tenant.tenantId(),
        tenant.version(),
        tenant.name(),
        tenant.widgetKey(),
        tenant.status(),
        tenant.locale(),
        tenant.timeZone(),
        tenant.referralCode(),
        tenant.createdAt(),
        signUp);
  }

  public static UUID publish(EventProbe probe, TenantChanged tenant) {
    return probe.publish(
        EventCatalog.TENANT_CHANGED, tenant.tenantId().toString(), tenant.tenantId(), tenant);
  }

  /** A new active business; waits for its code. */
  public static ReferralCodeIssued signUp(EventProbe probe, String name) {
    return signUp(probe, name, null);
  }

  /** A new active business that came with a code; waits until everything about it is applied. */
  public static ReferralCodeIssued signUp(
      EventProbe probe, String name, @Nullable String referralCode) {
    UUID tenantId = UUID.randomUUID();
    publish(probe, tenant(tenantId, 1, name, "active", referralCode));
    return issued(probe, tenantId);
  }

  public static ReferralCodeIssued issued(EventProbe probe, UUID tenantId) {
    return probe.await(EventCatalog.REFERRAL_CODE_ISSUED, tenantId, event -> true);
  }

  /** Events of one key are applied in order: once the marker has its code, the rest is applied. */
  public static void drain(EventProbe probe, UUID sameKey) {
    UUID marker = UUID.randomUUID();
    probe.publish(
        EventCatalog.TENANT_CHANGED,
        sameKey.toString(),
        marker,
        tenant(marker, 1, "Mốc", "active", null));
    issued(probe, marker);
  }
}
