package io.dakenh.livetalk.delivery;

import java.util.Set;
import java.util.UUID;

/**
 * Brings clients whose sockets are open to look for what they may have missed, as they do after
 * each reconnection. Returns at once; asking again before it is done costs nothing.
 */
public interface CatchUp {
  /** Those of these businesses. */
  void of(Set<UUID> tenantIds);

  /** All of them. */
  void ofAll();
}
