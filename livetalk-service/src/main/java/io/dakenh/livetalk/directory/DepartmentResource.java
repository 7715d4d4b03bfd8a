package io.dakenh.livetalk.directory;

import io.dakenh.livetalk.directory.Directory.Department;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a conversation may be handed on to. */
@Path("/api/v1/departments")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "departments")
public class DepartmentResource {
  private final Directory directory;
  private final Caller caller;

  @Inject
  DepartmentResource(Directory directory, Caller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "All departments, by name", description = "One page.")
  public Page<Department> list() {
    return new Page<>(directory.departments(caller.tenantId()), null);
  }
}
