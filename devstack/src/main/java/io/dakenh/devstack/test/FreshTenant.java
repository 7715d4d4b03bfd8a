package io.dakenh.devstack.test;

import io.dakenh.devstack.identity.Tokens;
import java.util.UUID;

/**
 * A tenant nobody else has: the isolation of a test. Its people exist as tokens; a service learns
 * of the tenant as it would in life, by events or requests.
 */
public record FreshTenant(UUID id, String name, Person owner) {
  /** Somebody of the tenant; {@code id} is the subject of the tokens. */
  public record Person(UUID tenantId, UUID id, String name, String email, String role) {
    /** An access token for this person. */
    public String token() {
      return "owner".equals(role)
          ? Tokens.owner(tenantId, id, name)
          : Tokens.agent(tenantId, id, name);
    }
  }

  /** A new tenant with an owner. */
  public static FreshTenant create() {
    UUID id = UUID.randomUUID();
    String suffix = id.toString().substring(0, 8);
    return new FreshTenant(
        id, "Cửa hàng " + suffix, person(id, "owner", "Nguyễn Thị Chủ " + suffix));
  }

  /** A new agent of the tenant. */
  public Person agent() {
    return agent("Trần Văn Nhân Viên " + UUID.randomUUID().toString().substring(0, 4));
  }

  /** A new agent of the tenant with a name. */
  public Person agent(String name) {
    return person(id, "agent", name);
  }

  private static Person person(UUID tenantId, String role, String name) {
    UUID id = UUID.randomUUID();
    return new Person(tenantId, id, name, role + "-" + id + "@example.test", role);
  }
}
