package io.dakenh.config.department;

import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Takes people who were deactivated out of their departments. A department that is left without an
 * agent works on: its conversations wait in the queue, where an owner can take them.
 */
@ApplicationScoped
class DepartmentLeaving implements PendingEffect {
  private final DepartmentRepository departments;
  private final StaffRepository people;
  private final TenantRepository tenants;
  private final Documents documents;

  @Inject
  DepartmentLeaving(
      DepartmentRepository departments,
      StaffRepository people,
      TenantRepository tenants,
      Documents documents) {
    this.departments = departments;
    this.people = people;
    this.tenants = tenants;
    this.documents = documents;
  }

  @Override
  public String kind() {
    return Consequences.LEAVE_DEPARTMENTS;
  }

  @Override
  public void run(UUID tenantId, PendingEntry entry) {
    UUID staffId = UUID.fromString(entry.key());
    boolean active = people.find(tenantId, staffId).map(staff -> staff.active).orElse(false);
    if (active) {
      return;
    }
    for (Department department : departments.ofAgent(tenantId, staffId)) {
      leave(tenantId, department.id, staffId);
    }
  }

  private void leave(UUID tenantId, UUID departmentId, UUID staffId) {
    UUID defaultId = tenants.require(tenantId).defaultDepartmentId;
    documents.retrying(
        () -> departments.find(tenantId, departmentId).orElse(null),
        department ->
            documents.change(
                departments.mongoCollection(),
                department,
                changed -> changed.agentIds.remove(staffId),
                edited -> {
                  DepartmentEvents.changed(edited.entries(), edited.after(), defaultId);
                  edited.entries().audit("department.changed", null, departmentId, edited.fields());
                }));
  }
}
