package io.dakenh.livetalk.presence;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone of a department is there: an agent of it who still works for the business and is
 * online or busy. Whoever is away said so, and answers nobody.
 */
@ApplicationScoped
public class DepartmentPresence {
  private static final String STAFFED =
      """
      select x.tenant_id, x.department_id
      from unnest(?::uuid[], ?::uuid[]) as x (tenant_id, department_id)
      where exists (
        select 1 from department d
        join agent_presence p on p.tenant_id = d.tenant_id and p.agent_id = any (d.agent_ids) and p.state in ('online', 'busy')
        join staff s on s.tenant_id = p.tenant_id and s.id = p.agent_id and s.active
        where d.tenant_id = x.tenant_id and not d.deleted
          and (d.id = x.department_id or (x.department_id is null and d.default_department)))""";

  private final Database database;

  @Inject
  DepartmentPresence(Database database) {
    this.database = database;
  }

  /**
   * A department.
   *
   * @param id null for the default one
   */
  public record Department(UUID tenantId, @Nullable UUID id) {}

  /** Those of the departments in which someone is there. */
  public Set<Department> staffed(Collection<Department> departments) {
    List<Department> asked = departments.stream().distinct().toList();
    return new HashSet<>(
        database.list(
            STAFFED,
            row -> new Department(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            asked.stream().map(Department::tenantId).toArray(UUID[]::new),
            asked.stream().map(Department::id).toArray(UUID[]::new)));
  }
}
