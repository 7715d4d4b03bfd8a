package io.dakenh.config.content;

import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where nothing can be uploaded, no upload is known. */
@DefaultBean
@ApplicationScoped
class NoUploads implements MediaLibrary {
  @Override
  public Map<UUID, MediaView> claim(UUID tenantId, Collection<UUID> ids) {
    return Map.of();
  }

  @Override
  public Map<UUID, MediaView> find(UUID tenantId, Collection<UUID> ids) {
    return Map.of();
  }
}
