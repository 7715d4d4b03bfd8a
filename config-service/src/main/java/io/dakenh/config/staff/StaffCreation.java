package io.dakenh.config.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a person to a business, in Keycloak and here; the provisioning feature does it. */
public interface StaffCreation {
  /** Adds the person; the same key leads to the same person. */
  StaffView create(
      UUID tenantId, @Nullable CreateStaff request, @Nullable String idempotencyKey, UUID actorId);
}
