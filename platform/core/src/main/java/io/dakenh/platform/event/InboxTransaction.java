package io.dakenh.platform.event;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Port to the store that remembers which events were applied. The relational and the document
 * platforms implement it.
 */
public interface InboxTransaction {
  /**
   * Runs the work in one transaction together with remembering the ids: both happen or neither.
   *
   * @param consumer consumer group
   * @param eventIds ids of the events about to be applied; none, if nothing is to be remembered
   * @param work receives those ids that were never applied before; runs even if there are none
   */
  void apply(
      String consumer, Collection<UUID> eventIds, java.util.function.Consumer<Set<UUID>> work);

  /**
   * Whether the failure may go away by itself: the store is away, a lock timed out, a deadlock was
   * broken.
   */
  boolean isTransient(Throwable failure);
}
