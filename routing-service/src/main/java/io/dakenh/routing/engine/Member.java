package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * One person of a department's list.
 *
 * @param availableSince when the person last came online or became free; queue offers older than
 *     this may be repeated
 */
public record Member(UUID agentId, Availability availability, Instant availableSince) {
  /** Only who is online is asked. */
  public boolean available() {
    return availability == Availability.ONLINE;
  }
}
