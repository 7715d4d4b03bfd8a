package io.dakenh.config.staff;

import io.dakenh.config.media.MediaReferences;
import io.dakenh.config.media.MediaUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Keeps the pictures of people. */
@ApplicationScoped
class StaffPictures implements MediaReferences {
  private final StaffRepository people;

  @Inject
  StaffPictures(StaffRepository people) {
    this.people = people;
  }

  @Override
  public Set<UUID> namedAmong(UUID tenantId, Set<UUID> mediaIds) {
    Set<UUID> named = new HashSet<>();
    for (String address : people.avatarUrls(tenantId)) {
      MediaUrls.idIn(address).ifPresent(named::add);
    }
    named.retainAll(mediaIds);
    return named;
  }
}
