package io.dakenh.routing.errand;

import java.util.UUID;

/**
 * Something to look at.
 *
 * @param subjectId the agent or department
 */
public record Errand(UUID tenantId, Kind kind, UUID subjectId) {
  /** What kind of look. */
  public enum Kind {
    /** A person's presence, role or activity changed. */
    AGENT,
    /** A department's rules or people changed. */
    DEPARTMENT,
    /**
     * A person has as many conversations as they may: what else they were offered is taken back.
     */
    FULL,
    /** A person may be asked about what waits in the queue. */
    DRAIN
  }
}
