package io.dakenh.config.canned;

import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All canned messages as a table. */
@Path("/api/v1/canned-messages.csv")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "canned messages")
class CannedTableResource {
  private final CannedList list;
  private final DepartmentRepository departments;
  private final Caller caller;

  @Inject
  CannedTableResource(CannedList list, DepartmentRepository departments, Caller caller) {
    this.list = list;
    this.departments = departments;
    this.caller = caller;
  }

  @GET
  @Produces("text/csv")
  @Operation(summary = "The table an import takes; UTF-8, safe to open in a spreadsheet")
  @APIResponse(responseCode = "200", description = "name,content,departments")
  public Response export() {
    Map<UUID, String> names =
        departments.all(caller.tenantId()).stream()
            .collect(Collectors.toMap(Department::id, department -> department.name));
    return Response.ok(CannedCsv.write(list.of(caller, null), names), "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"canned-messages.csv\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
