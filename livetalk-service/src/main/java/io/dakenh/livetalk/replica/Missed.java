package io.dakenh.livetalk.replica;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The businesses for which something did not reach a replica. Beyond a bound they are "all": memory
 * stays small, and looking once more never harms.
 */
final class Missed {
  private static final int MOST = 10_000;

  private Set<UUID> tenantIds = new HashSet<>();
  private boolean all;

  void add(UUID tenantId) {
    if (!all && tenantIds.add(tenantId) && tenantIds.size() > MOST) {
      addAll();
    }
  }

  void addAll() {
    all = true;
    tenantIds = new HashSet<>();
  }

  void add(Missed other) {
    if (other.all) {
      addAll();
    } else {
      other.tenantIds.forEach(this::add);
    }
  }

  boolean all() {
    return all;
  }

  Set<UUID> tenantIds() {
    return Set.copyOf(tenantIds);
  }
}
