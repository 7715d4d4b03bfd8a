package io.dakenh.routing.roster;

import io.dakenh.routing.engine.AllocationMode;
import io.dakenh.routing.engine.Availability;
import io.dakenh.routing.engine.Member;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.engine.Wishes;
import io.dakenh.routing.store.Database;
import io.dakenh.routing.store.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers who serves a conversation and who may be asked, as of now. */
@ApplicationScoped
public class Roster {
  /**
   * Departments whose successors were deleted too: more hops than anyone makes by hand, and an end
   * for circles.
   */
  private static final int MOST_SUCCESSORS = 8;

  private static final String TEAM =
      """
      select d.id, d.name, d.mode, d.pass_on_seconds, d.total_seconds, d.deleted, d.successor_id,
             d.prefer_previous, d.hours, d.opened_at, CAPACITY as capacity,
             m.agent_id, coalesce(a.active, false) as active, coalesce(a.presence, 'offline') as presence,
             coalesce(a.available_since, now()) as available_since,
             LOAD as load
      from department d
        left join department_member m on m.tenant_id = d.tenant_id and m.department_id = d.id
        left join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id
      where d.tenant_id = ? and d.id = ?
      order by m.position""";

  private static final String OF_CONVERSATIONS =
      TEAM.replace("CAPACITY", "coalesce(a.capacity, d.capacity)")
          .replace(
              "LOAD",
              """
              case when coalesce(a.capacity, d.capacity) is null then 0
                   else (select count(*) from allocation c
                         where c.tenant_id = a.tenant_id and c.winner_id = a.id and c.state = 'allocated'
                           and c.kind = 'conversation') end""");

  /** One call at a time, whatever else somebody is at. */
  private static final String OF_CALLS =
      TEAM.replace("CAPACITY", "1")
          .replace(
              "LOAD",
              "(select count(*) from agent_call c where c.tenant_id = a.tenant_id and c.agent_id = a.id)");

  private final Database database;

  @Inject
  Roster(Database database) {
    this.database = database;
  }

  private record Line(Header header, @Nullable Member member) {}

  private record Header(
      UUID id,
      String name,
      String mode,
      int passOnSeconds,
      int totalSeconds,
      boolean deleted,
      @Nullable UUID successorId,
      boolean preferPrevious,
      @Nullable String hours) {}

  private record Department(boolean deleted, @Nullable UUID successorId, Team team) {}

  /**
   * The department that serves conversations meant for the given one: itself, or whoever took over,
   * or the tenant's default.
   *
   * @param wanted null means the default
   * @param fallBack whether the default serves when the wanted one is not known
   * @return empty while nobody serves them
   */
  public Optional<Team> serving(UUID tenantId, @Nullable UUID wanted, boolean fallBack) {
    return serving(OF_CONVERSATIONS, tenantId, wanted, fallBack);
  }

  /** The same for calls: whoever is in one is busy for others. */
  public Optional<Team> servingCalls(UUID tenantId, @Nullable UUID wanted, boolean fallBack) {
    return serving(OF_CALLS, tenantId, wanted, fallBack);
  }

  private Optional<Team> serving(
      String load, UUID tenantId, @Nullable UUID wanted, boolean fallBack) {
    UUID next = wanted;
    for (int hop = 0; next != null && hop < MOST_SUCCESSORS; hop++) {
      Optional<Department> found = department(load, tenantId, next);
      if (found.isEmpty()) {
        return fallBack ? defaultTeam(load, tenantId) : Optional.empty();
      }
      Department department = found.get();
      if (!department.deleted()) {
        return Optional.of(department.team());
      }
      next = department.successorId();
    }
    return defaultTeam(load, tenantId);
  }

  /** The person's name, empty when not known. */
  public String name(UUID tenantId, UUID agentId) {
    return database
        .first(
            "select name from agent where tenant_id = ? and id = ?",
            row -> row.text("name"),
            tenantId,
            agentId)
        .orElse("");
  }

  /** Whether the active person is listed in the department. */
  public boolean listed(UUID tenantId, UUID departmentId, UUID agentId) {
    return database
        .first(
            """
            select 1 as listed from department_member m join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id
            where m.tenant_id = ? and m.department_id = ? and m.agent_id = ? and a.active""",
            row -> row.integer("listed"),
            tenantId,
            departmentId,
            agentId)
        .isPresent();
  }

  /** The department the person is asked in: the default one before others. */
  public Optional<UUID> departmentOf(UUID tenantId, UUID agentId) {
    return database.first(
        """
        select d.id from department d join department_member m on m.tenant_id = d.tenant_id and m.department_id = d.id
        where d.tenant_id = ? and m.agent_id = ? and not d.deleted
        order by d.is_default desc, d.id limit 1""",
        row -> row.id("id"),
        tenantId,
        agentId);
  }

  /** Whether the person works for the business and is not offline. */
  public boolean reachable(UUID tenantId, UUID agentId) {
    return database
        .first(
            "select 1 as there from agent where tenant_id = ? and id = ? and active and presence <> 'offline'",
            row -> row.integer("there"),
            tenantId,
            agentId)
        .isPresent();
  }

  private Optional<Team> defaultTeam(String load, UUID tenantId) {
    return database
        .first(
            """
            select id from department where tenant_id = ? and is_default and not deleted
            order by changed_at desc limit 1""",
            row -> row.id("id"),
            tenantId)
        .flatMap(id -> department(load, tenantId, id))
        .map(Department::team);
  }

  private Optional<Department> department(String load, UUID tenantId, UUID departmentId) {
    List<Line> lines = database.query(load, Roster::line, tenantId, departmentId);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Member> members = new ArrayList<>(lines.size());
    for (Line line : lines) {
      if (line.member() != null) {
        members.add(line.member());
      }
    }
    Header header = lines.getFirst().header();
    return Optional.of(
        new Department(
            header.deleted(),
            header.successorId(),
            new Team(
                header.id(),
                header.name(),
                AllocationMode.named(header.mode()),
                Duration.ofSeconds(header.passOnSeconds()),
                Duration.ofSeconds(header.totalSeconds()),
                members,
                OpeningTimes.of(header.hours()),
                header.preferPrevious(),
                Wishes.NONE)));
  }

  private static Line line(Row row) throws SQLException {
    Header header =
        new Header(
            row.id("id"),
            row.text("name"),
            row.text("mode"),
            row.integer("pass_on_seconds"),
            row.integer("total_seconds"),
            row.flag("deleted"),
            row.maybeId("successor_id"),
            row.flag("prefer_previous"),
            row.maybeText("hours"));
    UUID agentId = row.maybeId("agent_id");
    if (agentId == null) {
      return new Line(header, null);
    }
    Availability availability = Availability.of(row.flag("active"), row.text("presence"));
    Integer capacity = row.maybeInteger("capacity");
    boolean full = capacity != null && row.number("load") >= capacity;
    return new Line(
        header, new Member(agentId, full ? availability.full() : availability, since(row)));
  }

  /** Whoever was online when the department opened is asked anew, as if they had just come. */
  private static Instant since(Row row) throws SQLException {
    Instant since = row.instant("available_since");
    Instant opened = row.maybeInstant("opened_at");
    return opened != null && opened.isAfter(since) ? opened : since;
  }
}
