package io.dakenh.platform.event;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Port to the store that remembers which events were applied. The relational and the document
 * platforms implement it.
 */
public interface InboxTransaction {
  /**
   * Runs the work in one transaction together with remembering the ids: both happen or neither.
   *
   * @param consumer consumer group
   * @param events ids of the events about to be applied, each with its tenant; none, if nothing is
   *     to be remembered
   * @param work receives those ids that were never applied before and are of no erased business;
   *     runs even if there are none
   */
  void apply(String consumer, Map<UUID, UUID> events, Consumer<Set<UUID>> work);

  /**
   * Which of these businesses were erased: what is heard of them late must bring nothing back.
   * Asked inside of the work, for events that are not remembered.
   */
  Set<UUID> erased(Set<UUID> tenantIds);

  /**
   * Whether the failure may go away by itself: the store is away, a lock timed out, a deadlock was
   * broken.
   */
  boolean isTransient(Throwable failure);
}
