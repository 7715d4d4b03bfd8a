package io.dakenh.routing.roster;

import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.routing.errand.Errand;
import io.dakenh.routing.errand.Errand.Kind;
import io.dakenh.routing.errand.Errands;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies what other services say about people and departments. */
@ApplicationScoped
public class RosterProjection {
  private static final int SHORTEST_PASS_ON = 5;
  private static final int LONGEST_PASS_ON = 300;
  private static final int SHORTEST_TOTAL = 30;
  private static final int LONGEST_TOTAL = 3600;
  private static final int MOST_CONVERSATIONS = 100;

  private static final String STAFF =
      """
      insert into agent (tenant_id, id, version, name, active, capacity) values (?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, id) do update set
        version = excluded.version, name = excluded.name, active = excluded.active, capacity = excluded.capacity,
        available_since = case when excluded.active and not agent.active then clock_timestamp() else agent.available_since end
      where agent.version < excluded.version""";

  private static final String PRESENCE =
      """
      insert into agent (tenant_id, id, presence, presence_version) values (?, ?, ?, ?)
      on conflict (tenant_id, id) do update set
        presence = excluded.presence, presence_version = excluded.presence_version,
        presence_since = case when excluded.presence <> agent.presence then clock_timestamp() else agent.presence_since end,
        available_since = case when excluded.presence = 'online' and agent.presence <> 'online' then clock_timestamp()
                               else agent.available_since end
      where agent.presence_version < excluded.presence_version""";

  private static final String DEPARTMENT =
      """
      insert into department (tenant_id, id, version, name, mode, pass_on_seconds, total_seconds, is_default, deleted, successor_id,
                              capacity, prefer_previous, hours, hours_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? then clock_timestamp() end)
      on conflict (tenant_id, id) do update set
        version = excluded.version, name = excluded.name, mode = excluded.mode, pass_on_seconds = excluded.pass_on_seconds,
        total_seconds = excluded.total_seconds, is_default = excluded.is_default, deleted = excluded.deleted,
        successor_id = excluded.successor_id, capacity = excluded.capacity, prefer_previous = excluded.prefer_previous,
        hours = excluded.hours, is_open = excluded.hours is null or department.is_open, hours_due = excluded.hours_due, changed_at = clock_timestamp()
      where department.version < excluded.version""";

  private final Database database;
  private final Errands errands;

  @Inject
  RosterProjection(Database database, Errands errands) {
    this.database = database;
    this.errands = errands;
  }

  /** A person was added, renamed, activated or deactivated. */
  public void apply(UUID tenantId, StaffChanged staff) {
    if (database.update(
            STAFF,
            tenantId,
            staff.staffId(),
            staff.version(),
            staff.name(),
            staff.active(),
            capacity(staff.capacity()))
        > 0) {
      errands.leave(new Errand(tenantId, Kind.AGENT, staff.staffId()));
    }
  }

  /** A person came online, went away, and so on. */
  public void apply(UUID tenantId, AgentPresenceChanged presence) {
    if (database.update(
            PRESENCE, tenantId, presence.agentId(), presence.state(), presence.version())
        > 0) {
      errands.leave(new Errand(tenantId, Kind.AGENT, presence.agentId()));
    }
  }

  /**
   * A department was made, changed or deleted. Its hours are looked at at once: the timer finds out
   * when they change next.
   */
  public void apply(UUID tenantId, DepartmentChanged department) {
    int changed =
        database.update(
            DEPARTMENT,
            tenantId,
            department.departmentId(),
            department.version(),
            department.name(),
            department.allocationMode(),
            Math.clamp(department.passOnSeconds(), SHORTEST_PASS_ON, LONGEST_PASS_ON),
            Math.clamp(department.totalSeconds(), SHORTEST_TOTAL, LONGEST_TOTAL),
            department.defaultDepartment(),
            department.deleted(),
            department.successorId(),
            capacity(department.capacity()),
            Boolean.TRUE.equals(department.preferPreviousAgent()),
            OpeningTimes.stored(department.hours()),
            department.hours() != null && !department.deleted());
    if (changed == 0) {
      return;
    }
    database.update(
        "delete from department_member where tenant_id = ? and department_id = ?",
        tenantId,
        department.departmentId());
    database.batch(
        "insert into department_member (tenant_id, department_id, agent_id, position) values (?, ?, ?, ?)",
        members(tenantId, department));
    errands.leave(new Errand(tenantId, Kind.DEPARTMENT, department.departmentId()));
  }

  /** A person ended a conversation and may be asked about waiting ones again. */
  public void freed(UUID tenantId, UUID agentId) {
    database.update(
        "update agent set available_since = clock_timestamp() where tenant_id = ? and id = ?",
        tenantId,
        agentId);
    errands.leave(new Errand(tenantId, Kind.AGENT, agentId));
  }

  /** A person's call is over: they may be asked about others. */
  public void callOver(UUID tenantId, UUID agentId) {
    errands.leave(new Errand(tenantId, Kind.AGENT, agentId));
  }

  private static @Nullable Integer capacity(@Nullable Integer told) {
    return told == null ? null : Math.clamp(told, 1, MOST_CONVERSATIONS);
  }

  private static List<@Nullable Object[]> members(UUID tenantId, DepartmentChanged department) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    if (!department.deleted()) {
      for (UUID agentId : new LinkedHashSet<>(department.agentIds())) {
        rows.add(
            new @Nullable Object[] {tenantId, department.departmentId(), agentId, rows.size()});
      }
    }
    return rows;
  }
}
