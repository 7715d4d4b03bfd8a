package io.dakenh.contracts.config;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Latest state of one person of a business. Key: staff id, which is also the {@code sub} of the
 * person's tokens.
 *
 * @param version grows by one with each change
 * @param role {@code owner} or {@code agent}
 * @param active false once deactivated: offers and sockets of the person end
 * @param avatarUrl absolute or origin-relative picture address, absent when none was set
 * @param capacity conversations at a time, 1–100; absent: as the department says
 * @param email where mail for the person goes; absent in events of before it was told
 */
public record StaffChanged(
    UUID tenantId,
    UUID staffId,
    long version,
    String name,
    String role,
    boolean active,
    @Nullable String avatarUrl,
    @Nullable Integer capacity,
    @Nullable String email) {
  /** A person of whom no address for mail is known. */
  public StaffChanged(
      UUID tenantId,
      UUID staffId,
      long version,
      String name,
      String role,
      boolean active,
      @Nullable String avatarUrl,
      @Nullable Integer capacity) {
    this(tenantId, staffId, version, name, role, active, avatarUrl, capacity, null);
  }

  /** A person without a number of conversations of their own. */
  public StaffChanged(
      UUID tenantId,
      UUID staffId,
      long version,
      String name,
      String role,
      boolean active,
      @Nullable String avatarUrl) {
    this(tenantId, staffId, version, name, role, active, avatarUrl, null, null);
  }
}
