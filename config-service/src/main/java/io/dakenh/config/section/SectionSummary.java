package io.dakenh.config.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.content.SectionName;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section in the list.
 *
 * @param version as in the ETag of the section
 * @param publishedVersion 0: still the defaults
 * @param draft whether there are changes that were not published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionSummary(
    String section,
    long version,
    long publishedVersion,
    @Nullable Instant publishedAt,
    @Nullable Person publishedBy,
    boolean draft,
    @Nullable Instant draftUpdatedAt,
    @Nullable Person draftUpdatedBy) {
  static SectionSummary of(
      SectionName section, @Nullable SectionDocument document, Map<UUID, String> names) {
    if (document == null) {
      return new SectionSummary(section.path(), 0, 0, null, null, false, null, null);
    }
    return new SectionSummary(
        section.path(),
        document.version,
        document.publishedVersion,
        document.publishedAt,
        Person.of(document.publishedBy, names),
        document.draft != null,
        document.draftUpdatedAt,
        Person.of(document.draftUpdatedBy, names));
  }
}
