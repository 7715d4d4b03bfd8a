package io.dakenh.livetalk.presence;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone of a department is there: an agent of it who still works for the business and is
 * online or busy. Whoever is away said so, and answers nobody. Outside its hours nobody counts as
 * there: then nobody is offered a conversation.
 */
@ApplicationScoped
public class DepartmentPresence {
  private static final String STAFFED =
      """
      select x.tenant_id, x.department_id, d.hours
      from unnest(?::uuid[], ?::uuid[]) as x (tenant_id, department_id)
      join department d on d.tenant_id = x.tenant_id and not d.deleted
        and (d.id = x.department_id or (x.department_id is null and d.default_department))
      where exists (
        select 1 from agent_presence p
        join staff s on s.tenant_id = p.tenant_id and s.id = p.agent_id and s.active
        where p.tenant_id = d.tenant_id and p.agent_id = any (d.agent_ids) and p.state in ('online', 'busy'))""";

  private final Database database;
  private final Clock clock;

  @Inject
  DepartmentPresence(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Staffed(Department department, @Nullable String hours) {}

  /**
   * A department.
   *
   * @param id null for the default one
   */
  public record Department(UUID tenantId, @Nullable UUID id) {}

  /** Those of the departments in which someone is there. */
  public Set<Department> staffed(Collection<Department> departments) {
    List<Department> asked = departments.stream().distinct().toList();
    Instant now = clock.instant();
    return database
        .list(
            STAFFED,
            row ->
                new Staffed(
                    new Department(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                    row.getString(3)),
            asked.stream().map(Department::tenantId).toArray(UUID[]::new),
            asked.stream().map(Department::id).toArray(UUID[]::new))
        .stream()
        .filter(each -> each.hours() == null || hours(each.hours()).openAt(now))
        .map(Staffed::department)
        .collect(Collectors.toSet());
  }

  private static BusinessHours hours(String stored) {
    try {
      return EventJson.read(stored.getBytes(StandardCharsets.UTF_8), BusinessHours.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
