package io.dakenh.config.department;

import io.dakenh.config.media.MediaReferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Keeps the pictures of departments. */
@ApplicationScoped
class DepartmentPictures implements MediaReferences {
  private final DepartmentRepository departments;

  @Inject
  DepartmentPictures(DepartmentRepository departments) {
    this.departments = departments;
  }

  @Override
  public Set<UUID> namedAmong(UUID tenantId, Set<UUID> mediaIds) {
    return departments.picturesAmong(tenantId, mediaIds);
  }
}
