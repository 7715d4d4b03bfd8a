package io.dakenh.config.me;

import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.staff.Staff;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed-in person and the own business. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "me")
class MeResource {
  private final StaffRepository people;
  private final TenantRepository tenants;
  private final DepartmentRepository departments;
  private final Caller caller;

  @Inject
  MeResource(
      StaffRepository people,
      TenantRepository tenants,
      DepartmentRepository departments,
      Caller caller) {
    this.people = people;
    this.tenants = tenants;
    this.departments = departments;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The signed-in person, the business, and the departments of the person")
  public MeView me() {
    UUID tenantId = caller.tenantId();
    Staff staff = people.require(tenantId, caller.personId());
    if (!staff.active) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "staff-inactive", "This sign-in was deactivated by the owner.");
    }
    Tenant tenant = tenants.require(tenantId);
    return new MeView(
        staff.id,
        staff.name,
        staff.email,
        staff.avatarUrl,
        List.of(staff.role),
        new MeView.TenantPart(
            tenant.id, tenant.name, tenant.widgetKey, tenant.locale, tenant.timeZone),
        departments.ofAgent(tenantId, staff.id).stream()
            .map(department -> new MeView.DepartmentPart(department.id, department.name))
            .toList());
  }
}
