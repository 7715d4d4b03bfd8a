package io.dakenh.channels.media;

import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Removes copies whose addresses have ended. */
@ApplicationScoped
class MediaCollector {
  private final MediaStore store;

  @Inject
  MediaCollector(MediaStore store) {
    this.store = store;
  }

  void tidy(@Observes Tidy now) {
    store.collect();
  }
}
