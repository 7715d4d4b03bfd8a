package io.dakenh.config.section;

import io.dakenh.config.media.MediaReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Uploads that drafts, published contents and restorable versions name. */
@ApplicationScoped
class SectionMedia implements MediaReferences {
  private final SectionRepository sections;
  private final VersionHistory history;

  @Inject
  SectionMedia(SectionRepository sections, VersionHistory history) {
    this.sections = sections;
    this.history = history;
  }

  @Override
  public Set<UUID> namedAmong(UUID tenantId, Set<UUID> mediaIds) {
    Set<UUID> named = new HashSet<>(sections.named(tenantId, mediaIds));
    named.addAll(history.named(tenantId, mediaIds));
    named.retainAll(mediaIds);
    return named;
  }
}
