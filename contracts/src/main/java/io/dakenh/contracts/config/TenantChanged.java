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
 * @param signUp what tells whether two businesses belong to one owner, absent in old events
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
    Instant createdAt,
    @Nullable SignUp signUp) {
  /** A state without what is known of the sign-up. */
  public TenantChanged(
      UUID tenantId,
      long version,
      String name,
      String widgetKey,
      String status,
      String locale,
      String timeZone,
      @Nullable String referralCode,
      Instant createdAt) {
    this(
        tenantId,
        version,
        name,
        widgetKey,
        status,
        locale,
        timeZone,
        referralCode,
        createdAt,
        null);
  }

  /**
   * How the business signed up. Hashes are keyed with a secret of config-service: they can be
   * compared with each other and tell nobody an address.
   *
   * @param ownerHash of the first owner's e-mail address in its plainest form
   * @param ownerDomainHash of its domain, absent when anybody may have an address there
   * @param verified whether the owner has shown to read that mailbox
   * @param referralClickId the visit to a referral link that led to it, absent when a code was
   *     typed
   */
  public record SignUp(
      String ownerHash,
      @Nullable String ownerDomainHash,
      boolean verified,
      @Nullable UUID referralClickId) {}
}
