package io.dakenh.livetalk.directory;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service knows about a business and its people. */
@ApplicationScoped
public class Directory {
  private final Database database;

  @Inject
  Directory(Database database) {
    this.database = database;
  }

  /** A business, found by its public key or id. */
  public record Business(UUID id, boolean active) {}

  /** A person of a business. */
  public record Colleague(UUID id, String name, @Nullable String avatarUrl, boolean active) {}

  /** The business with this key in its embed snippet. */
  public Optional<Business> byWidgetKey(String widgetKey) {
    return database.first(
        "select id, status = 'active' from tenant where widget_key = ?",
        row -> new Business(row.getObject(1, UUID.class), row.getBoolean(2)),
        widgetKey);
  }

  /** The business itself. */
  public Optional<Business> business(UUID tenantId) {
    return database.first(
        "select id, status = 'active' from tenant where id = ?",
        row -> new Business(row.getObject(1, UUID.class), row.getBoolean(2)),
        tenantId);
  }

  /** One person. */
  public Optional<Colleague> colleague(UUID tenantId, UUID staffId) {
    return database.first(
        "select id, name, avatar_url, active from staff where tenant_id = ? and id = ?",
        row ->
            new Colleague(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4)),
        tenantId,
        staffId);
  }

  /**
   * The department a visitor chose, when the business has it; a deleted one counts as not chosen.
   */
  public Optional<Boolean> usableDepartment(UUID tenantId, UUID departmentId) {
    return database.first(
        "select not deleted from department where tenant_id = ? and id = ?",
        row -> row.getBoolean(1),
        tenantId,
        departmentId);
  }

  /**
   * How a business speaks.
   *
   * @param locale {@code vi} or {@code en}
   */
  public record Voice(String name, String locale, ZoneId zone) {}

  /** Name, language and clock of a business. */
  public Voice voice(UUID tenantId) {
    return database
        .first(
            "select name, locale, time_zone from tenant where id = ?",
            row -> new Voice(row.getString(1), row.getString(2), ZoneId.of(row.getString(3))),
            tenantId)
        .orElseThrow(() -> ProblemException.notFound("tenant"));
  }

  /** Its language; Vietnamese while the business is not known yet. */
  public String locale(UUID tenantId) {
    return database
        .first("select locale from tenant where id = ?", row -> row.getString(1), tenantId)
        .orElse("vi");
  }

  /** A department that is in use. */
  public record Department(UUID id, String name) {}

  /** One department, unless it was deleted. */
  public Optional<Department> department(UUID tenantId, UUID departmentId) {
    return database.first(
        "select id, name from department where tenant_id = ? and id = ? and not deleted",
        row -> new Department(row.getObject(1, UUID.class), row.getString(2)),
        tenantId,
        departmentId);
  }

  /** All departments in use, by name. */
  public List<Department> departments(UUID tenantId) {
    return database.list(
        "select id, name from department where tenant_id = ? and not deleted order by name, id",
        row -> new Department(row.getObject(1, UUID.class), row.getString(2)),
        tenantId);
  }

  /** The department of an agent whom visitors may ask for; the default one before others. */
  public Optional<UUID> departmentOfAgent(UUID tenantId, UUID agentId) {
    return database.first(
        """
        select d.id from department d
        join staff s on s.tenant_id = d.tenant_id and s.id = ? and s.active
        where d.tenant_id = ? and not d.deleted and s.id = any (d.agent_ids)
        order by d.default_department desc, d.id limit 1""",
        row -> row.getObject(1, UUID.class),
        agentId,
        tenantId);
  }

  /** The department that receives whatever named none. */
  public @Nullable UUID defaultDepartment(UUID tenantId) {
    return database
        .first(
            "select id from department where tenant_id = ? and default_department and not deleted",
            row -> row.getObject(1, UUID.class),
            tenantId)
        .orElse(null);
  }

  /** Departments the person answers for. */
  public UUID[] departmentsOf(UUID tenantId, UUID staffId) {
    return database
        .list(
            "select id from department where tenant_id = ? and not deleted and ? = any (agent_ids)",
            row -> row.getObject(1, UUID.class),
            tenantId,
            staffId)
        .toArray(UUID[]::new);
  }

  /**
   * Who may see the conversations of a department: its agents, and the owners; of none, the owners.
   */
  public List<UUID> watchers(UUID tenantId, @Nullable UUID departmentId) {
    return database.list(
        """
        select id from staff where tenant_id = ? and role = 'owner' and active
        union
        select unnest(agent_ids) from department where tenant_id = ? and id = ? and not deleted""",
        row -> row.getObject(1, UUID.class),
        tenantId,
        tenantId,
        departmentId);
  }
}
