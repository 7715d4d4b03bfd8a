package io.dakenh.routing.allocation;

import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.allocation.AllocationDriver.Lookups;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationState.Queued;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.errand.Errand;
import io.dakenh.routing.errand.Errand.Kind;
import io.dakenh.routing.errand.Errands;
import io.dakenh.routing.roster.OpeningTimer;
import io.dakenh.routing.store.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens and closes departments, and runs errands: makes the allocations due that a change concerns,
 * and asks people with room about what waits.
 */
@ApplicationScoped
class ErrandRunner {
  private static final int BATCH = 256;

  /** Fixed order of locking, so that two runners never wait for each other. */
  private static final String TOUCH =
      """
      with touched as (
        select id from allocation
        where tenant_id = ? and state in ('waiting', 'offering', 'queued')
          and (department_id = any (?) or (state = 'waiting' and ?)
               or (department_id in (select department_id from department_member where tenant_id = ? and agent_id = any (?))
                   and (state = 'offering' or (state = 'queued' and (total_deadline > clock_timestamp() or next_due is not null)))))
        order by opened_at, id for update)
      update allocation set next_due = clock_timestamp() from touched where allocation.id = touched.id""";

  /** Someone may have no more: what else they were offered is looked at again. */
  private static final String TOUCH_OFFERED =
      """
      with touched as (
        select a.id from allocation a
        where a.id in (select o.allocation_id from offer o where o.tenant_id = ? and o.agent_id = any (?) and o.state = 'pending')
        order by a.opened_at, a.id for update)
      update allocation set next_due = clock_timestamp() from touched where allocation.id = touched.id""";

  private static final String WITH_QUEUE =
      """
      select a.id from unnest(?::uuid[]) as a (id)
      where exists (select 1 from department_member m
                      join allocation q on q.tenant_id = m.tenant_id and q.department_id = m.department_id and q.state = 'queued'
                    where m.tenant_id = ? and m.agent_id = a.id)""";

  /**
   * Oldest first; those the person was asked about since coming online are passed over, as are
   * those where someone else is being asked.
   */
  private static final String WAITING_FOR =
      """
      select q.id
      from agent a
        join department_member m on m.tenant_id = a.tenant_id and m.agent_id = a.id
        join department d on d.tenant_id = m.tenant_id and d.id = m.department_id
        join allocation q on q.tenant_id = m.tenant_id and q.department_id = m.department_id and q.state = 'queued'
      where a.tenant_id = ? and a.id = ? and a.active and a.presence = 'online' and d.is_open
        and (coalesce(a.capacity, d.capacity) is null
             or coalesce(a.capacity, d.capacity) > (select count(*) from allocation c
                                                    where c.tenant_id = a.tenant_id and c.winner_id = a.id and c.state = 'allocated'
                                                      and c.kind = 'conversation'))
        and not exists (select 1 from offer o where o.allocation_id = q.id and o.generation = q.generation and o.agent_id = a.id
                          and (o.state = 'pending' or o.made_at >= greatest(a.available_since, d.opened_at)))
        and (d.mode = 'all' or not exists (select 1 from offer o where o.allocation_id = q.id and o.state = 'pending'))
      order by q.opened_at, q.id
      limit greatest(0, ? - (select count(*) from offer o where o.tenant_id = ? and o.agent_id = ? and o.state = 'pending'))""";

  private final Database database;
  private final Errands errands;
  private final AllocationStore store;
  private final AllocationDriver driver;
  private final AllocationWriter writer;
  private final OpeningTimer openings;
  private final HolderWatch holders;
  private final RoutingConfig config;

  @Inject
  ErrandRunner(
      Database database,
      Errands errands,
      AllocationStore store,
      AllocationDriver driver,
      AllocationWriter writer,
      OpeningTimer openings,
      HolderWatch holders,
      RoutingConfig config) {
    this.database = database;
    this.errands = errands;
    this.store = store;
    this.driver = driver;
    this.writer = writer;
    this.openings = openings;
    this.holders = holders;
    this.config = config;
  }

  /** Runs a batch in one transaction; false when there was nothing that could be done now. */
  boolean runSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boolean turned = openings.turnSome() > 0;
              Collection<Errand> batch = errands.fetch(BATCH);
              Map<UUID, List<Errand>> byTenant =
                  batch.stream()
                      .collect(
                          Collectors.groupingBy(
                              Errand::tenantId, TreeMap::new, Collectors.toList()));
              byTenant.forEach(this::touch);
              List<Errand> again = new ArrayList<>();
              byTenant.forEach((tenantId, some) -> again.addAll(drain(tenantId, some)));
              errands.leaveQuietly(again);
              return turned || batch.size() > again.size();
            });
  }

  private void touch(UUID tenantId, List<Errand> batch) {
    List<UUID> departments = subjects(batch, Kind.DEPARTMENT);
    List<UUID> agents = subjects(batch, Kind.AGENT);
    if (!departments.isEmpty() || !agents.isEmpty()) {
      database.update(TOUCH, tenantId, departments, !departments.isEmpty(), tenantId, agents);
    }
    if (!agents.isEmpty()) {
      holders.watch(tenantId, agents);
    }
    List<UUID> full = subjects(batch, Kind.FULL);
    if (!full.isEmpty()) {
      database.update(TOUCH_OFFERED, tenantId, full);
    }
  }

  /**
   * Returns the errands to run again because someone else is working on a conversation in question.
   */
  private List<Errand> drain(UUID tenantId, List<Errand> batch) {
    List<UUID> agents =
        batch.stream()
            .filter(errand -> errand.kind() == Kind.AGENT || errand.kind() == Kind.DRAIN)
            .map(Errand::subjectId)
            .distinct()
            .toList();
    if (agents.isEmpty()) {
      return List.of();
    }
    return database.query(WITH_QUEUE, row -> row.id("id"), agents, tenantId).stream()
        .filter(agentId -> !drain(tenantId, agentId))
        .map(agentId -> new Errand(tenantId, Kind.DRAIN, agentId))
        .toList();
  }

  private boolean drain(UUID tenantId, UUID agentId) {
    List<UUID> waiting =
        database.query(
            WAITING_FOR,
            row -> row.id("id"),
            tenantId,
            agentId,
            config.queueOffersPerAgent(),
            tenantId,
            agentId);
    List<StoredAllocation> locked = store.lockFree(tenantId, waiting);
    Lookups lookups = new Lookups();
    List<Decided> decisions = new ArrayList<>();
    for (StoredAllocation allocation : locked) {
      Team team = driver.team(allocation, lookups);
      if (allocation.state() instanceof Queued queued && team != null) {
        Decision decision =
            driver
                .engine()
                .offerFromQueue(queued, allocation.offers(), team, agentId, allocation.now());
        if (!decision.changes().isEmpty()) {
          decisions.add(driver.decided(allocation, decision, team));
        }
      }
    }
    writer.write(decisions);
    return locked.size() == waiting.size();
  }

  private static List<UUID> subjects(List<Errand> batch, Kind kind) {
    return batch.stream().filter(errand -> errand.kind() == kind).map(Errand::subjectId).toList();
  }
}
