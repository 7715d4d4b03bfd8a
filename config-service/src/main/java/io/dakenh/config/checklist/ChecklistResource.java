package io.dakenh.config.checklist;

import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What to do first. */
@Path("/api/v1/checklist")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "tenant")
class ChecklistResource {
  private final TenantRepository tenants;
  private final StaffRepository people;
  private final Caller caller;

  @Inject
  ChecklistResource(TenantRepository tenants, StaffRepository people, Caller caller) {
    this.tenants = tenants;
    this.people = people;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "getChecklist", summary = "What a new business has done already")
  public ChecklistView get() {
    UUID tenantId = caller.tenantId();
    Tenant tenant = tenants.require(tenantId);
    return new ChecklistView(
        tenant.checklistOpen, tenant.websiteSeenAt != null, people.severalOf(tenantId));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putChecklist", summary = "Puts the list away, or takes it out again")
  public ChecklistView put(@Nullable ChecklistBody body) {
    Boolean open = body == null ? null : body.open();
    if (open == null) {
      throw ProblemException.invalid("/open", "required", "This value is required.");
    }
    tenants.noteChecklist(caller.tenantId(), open);
    return get();
  }
}
