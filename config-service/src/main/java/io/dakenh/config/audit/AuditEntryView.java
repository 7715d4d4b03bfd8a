package io.dakenh.config.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param action for example {@code section.published}
 * @param target id of what was changed, or the name of a section
 * @param actor absent for the suite itself and its operators
 * @param fields names of the changed values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
    UUID id, Instant at, String action, String target, @Nullable Actor actor, List<String> fields) {

  /** Who did it; the name is empty for somebody who is not of the business. */
  record Actor(UUID id, String name) {}
}
