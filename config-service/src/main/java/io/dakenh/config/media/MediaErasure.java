package io.dakenh.config.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Removes the bytes of uploads whose business is erased. */
@ApplicationScoped
public class MediaErasure {
  private final MediaStore store;

  @Inject
  MediaErasure(MediaStore store) {
    this.store = store;
  }

  /** Removes them; doing it again changes nothing. */
  public void remove(List<UUID> ids) {
    ids.forEach(store::remove);
  }
}
