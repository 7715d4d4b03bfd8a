package io.dakenh.config.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * Work on another document that a change of the tenant's document made necessary. It is written in
 * the same update as that change, done right after, and done again by the sweep if the process died
 * in between; doing it twice changes nothing.
 *
 * @param id its own
 * @param kind which {@link FollowUpHandler} does it
 * @param target id of the document it is about
 * @param since when it became necessary
 */
public record FollowUp(UUID id, String kind, UUID target, Instant since) {
  /** Announce a department again: it is no longer, or now, the default. */
  public static final String ANNOUNCE_DEPARTMENT = "announce-department";

  /** Compare the tenant's list of active owners with the person's document. */
  public static final String CHECK_OWNER = "check-owner";

  /** Render the widget document again: language and name of the business are in it. */
  public static final String WIDGET_LOCALE = "widget-locale";
}
