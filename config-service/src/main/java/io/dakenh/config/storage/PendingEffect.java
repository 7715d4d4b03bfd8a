package io.dakenh.config.storage;

import java.util.UUID;

/**
 * Work on other documents that follows from a change. It lies in the changed document until it is
 * done, so it outlives a crash; it may run more than once, and on any replica, and must lead to the
 * same state each time.
 */
public interface PendingEffect {
  /** Kind, as in {@link Entries#effect}. */
  String kind();

  /** Does it. */
  void run(UUID tenantId, PendingEntry entry);
}
