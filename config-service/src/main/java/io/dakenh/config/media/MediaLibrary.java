package io.dakenh.config.media;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What other features may ask about uploads. */
public interface MediaLibrary {
  /**
   * The uploads of this business among the ids, by id, kept from being collected for another day.
   * To be called while content that names them is checked, before it is stored: an id that is
   * missing in the answer is unknown, another business's, or already being collected.
   */
  Map<UUID, MediaView> claim(UUID tenantId, Collection<UUID> ids);

  /** The same for reading only: what is rendered from stored content. */
  Map<UUID, MediaView> find(UUID tenantId, Collection<UUID> ids);
}
