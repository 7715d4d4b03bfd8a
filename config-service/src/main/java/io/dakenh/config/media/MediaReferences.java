package io.dakenh.config.media;

import java.util.Set;
import java.util.UUID;

/**
 * Something that names uploads: sections, departments, people, canned messages. Each feature that
 * stores upload ids has one implementation, which knows its own documents; an upload that none of
 * them names is collected.
 */
public interface MediaReferences {
  /**
   * Which of these uploads are named by what is stored now: drafts, published content and every
   * version that can be restored.
   */
  Set<UUID> namedAmong(UUID tenantId, Set<UUID> mediaIds);
}
