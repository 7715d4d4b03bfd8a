package io.dakenh.livetalk.presence;

import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.presence.DepartmentPresence.Department;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In which departments somebody is there, for the form that is shown where nobody is. */
@Path("/api/v1/public/widgets/{widgetKey}/availability")
@PermitAll
@Tag(name = "widget-availability")
public class PublicAvailabilityResource {
  private final Database database;
  private final Directory directory;
  private final DepartmentPresence presence;

  @Inject
  PublicAvailabilityResource(Database database, Directory directory, DepartmentPresence presence) {
    this.database = database;
    this.directory = directory;
    this.presence = presence;
  }

  /** Whether someone of a department is there; the default one receives whoever chose none. */
  public record AvailabilityView(UUID departmentId, boolean defaultDepartment, boolean staffed) {}

  /** All of them. */
  public record AvailabilitiesView(List<AvailabilityView> items) {}

  /** Nobody learns who works when, unless the business asks for messages while nobody does. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary = "Departments in which somebody is there",
      description =
          "Empty unless the business has a form for while nobody is; 404 for an unknown key or a suspended business.")
  public AvailabilitiesView list(@PathParam("widgetKey") String widgetKey) {
    Directory.Business business =
        directory
            .byWidgetKey(widgetKey)
            .filter(Directory.Business::active)
            .orElseThrow(() -> ProblemException.notFound("widget"));
    boolean asked =
        database
            .first(
                "select 1 from section_settings where tenant_id = ? and section = 'offline' and content ->> 'enabled' = 'true'",
                row -> row.getInt(1),
                business.id())
            .isPresent();
    if (!asked) {
      return new AvailabilitiesView(List.of());
    }
    UUID standard = directory.defaultDepartment(business.id());
    List<Department> departments =
        directory.departments(business.id()).stream()
            .map(each -> new Department(business.id(), each.id()))
            .toList();
    Set<Department> staffed = presence.staffed(departments);
    return new AvailabilitiesView(
        departments.stream()
            .map(
                each ->
                    new AvailabilityView(
                        each.id(), each.id().equals(standard), staffed.contains(each)))
            .toList());
  }
}
