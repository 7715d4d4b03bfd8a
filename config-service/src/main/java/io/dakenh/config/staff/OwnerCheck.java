package io.dakenh.config.staff;

import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUpHandler;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Brings the tenant's list of active owners in line with a person's document. */
@ApplicationScoped
class OwnerCheck implements FollowUpHandler {
  private final StaffRepository people;
  private final TenantRepository tenants;

  @Inject
  OwnerCheck(StaffRepository people, TenantRepository tenants) {
    this.people = people;
    this.tenants = tenants;
  }

  @Override
  public String kind() {
    return FollowUp.CHECK_OWNER;
  }

  @Override
  public void run(UUID tenantId, UUID staffId) {
    boolean owner = people.find(tenantId, staffId).map(Staff::activeOwner).orElse(false);
    tenants.noteOwner(tenantId, staffId, owner);
  }
}
