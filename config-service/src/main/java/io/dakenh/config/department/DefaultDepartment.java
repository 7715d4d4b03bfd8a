package io.dakenh.config.department;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUpHandler;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Announces a department again when it stopped being the default. */
@ApplicationScoped
class DefaultDepartment implements FollowUpHandler {
  private final DepartmentRepository departments;
  private final TenantRepository tenants;
  private final Documents documents;

  @Inject
  DefaultDepartment(
      DepartmentRepository departments, TenantRepository tenants, Documents documents) {
    this.departments = departments;
    this.tenants = tenants;
    this.documents = documents;
  }

  @Override
  public String kind() {
    return FollowUp.ANNOUNCE_DEPARTMENT;
  }

  @Override
  public void run(UUID tenantId, UUID departmentId) {
    documents.retrying(
        () -> departments.find(tenantId, departmentId).orElse(null),
        department -> {
          UUID defaultId = tenants.require(tenantId).defaultDepartmentId;
          return documents.touch(
              departments.mongoCollection(),
              department,
              edited -> DepartmentEvents.changed(edited.entries(), edited.after(), defaultId));
        });
  }
}
