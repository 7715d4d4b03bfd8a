package io.dakenh.platform.access;

import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The people and businesses whose tokens are refused. Only exceptions are kept, so memory grows
 * with those who left, not with those who work.
 */
@ApplicationScoped
public class ShutOut {
  /** Each with the version of the event that shut them out: an older one does not let them in. */
  private final ConcurrentMap<Person, Long> people = new ConcurrentHashMap<>();

  private final ConcurrentMap<UUID, Long> tenants = new ConcurrentHashMap<>();

  private record Person(UUID tenantId, UUID id) {}

  /** A person as config-service tells of them now; what it told before counts no longer. */
  void learn(StaffChanged staff) {
    keep(people, new Person(staff.tenantId(), staff.staffId()), staff.version(), !staff.active());
  }

  /** A business as it is now; a state nobody knows counts as suspended. */
  void learn(TenantChanged tenant) {
    keep(tenants, tenant.tenantId(), tenant.version(), !"active".equals(tenant.status()));
  }

  /** A business that is being erased, or was: nothing lets it in again. */
  void learn(TenantErasureRequested erasure) {
    keep(tenants, erasure.tenantId(), Long.MAX_VALUE, true);
  }

  private static <T> void keep(ConcurrentMap<T, Long> known, T one, long version, boolean out) {
    if (out) {
      known.merge(one, version, Math::max);
    } else {
      known.computeIfPresent(one, (same, since) -> since > version ? since : null);
    }
  }

  /** Why this person's token is refused; empty when it is not. */
  public Optional<ProblemException> reason(UUID tenantId, UUID personId) {
    if (tenants.containsKey(tenantId)) {
      return Optional.of(
          ProblemException.of(
              ProblemKind.FORBIDDEN, "tenant-suspended", "This business is not available."));
    }
    if (people.containsKey(new Person(tenantId, personId))) {
      return Optional.of(
          ProblemException.of(
              ProblemKind.FORBIDDEN,
              "staff-inactive",
              "This sign-in was deactivated by the owner."));
    }
    return Optional.empty();
  }
}
