package io.dakenh.platform.access;

import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people and businesses whose tokens are refused. Only exceptions are kept, so memory grows
 * with those who left, not with those who work.
 */
@ApplicationScoped
public class ShutOut {
  private final Set<Person> people = ConcurrentHashMap.newKeySet();
  private final Set<UUID> tenants = ConcurrentHashMap.newKeySet();

  private record Person(UUID tenantId, UUID id) {}

  /** A person as config-service tells of them now; what it told before counts no longer. */
  void learn(StaffChanged staff) {
    keep(people, new Person(staff.tenantId(), staff.staffId()), !staff.active());
  }

  /** A business as it is now; a state nobody knows counts as suspended. */
  void learn(TenantChanged tenant) {
    keep(tenants, tenant.tenantId(), !"active".equals(tenant.status()));
  }

  private static <T> void keep(Set<T> set, T one, boolean kept) {
    if (kept) {
      set.add(one);
    } else {
      set.remove(one);
    }
  }

  /** Why this person's token is refused; empty when it is not. */
  public Optional<ProblemException> reason(UUID tenantId, UUID personId) {
    if (tenants.contains(tenantId)) {
      return Optional.of(
          ProblemException.of(
              ProblemKind.FORBIDDEN, "tenant-suspended", "This business is not available."));
    }
    if (people.contains(new Person(tenantId, personId))) {
      return Optional.of(
          ProblemException.of(
              ProblemKind.FORBIDDEN,
              "staff-inactive",
              "This sign-in was deactivated by the owner."));
    }
    return Optional.empty();
  }
}
