package io.dakenh.config.canned;

import io.dakenh.config.media.MediaReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Keeps the pictures that canned messages attach. */
@ApplicationScoped
class CannedMedia implements MediaReferences {
  private final CannedRepository messages;

  @Inject
  CannedMedia(CannedRepository messages) {
    this.messages = messages;
  }

  @Override
  public Set<UUID> namedAmong(UUID tenantId, Set<UUID> mediaIds) {
    return messages.mediaNamed(tenantId, mediaIds);
  }
}
