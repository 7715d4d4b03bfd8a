package io.dakenh.routing.allocation;

import io.dakenh.platform.time.Ids;
import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationEngine;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.engine.Wishes;
import io.dakenh.routing.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings an allocation, its department of the moment and the engine together. */
@ApplicationScoped
class AllocationDriver {
  private final Roster roster;
  private final RoutingConfig config;
  private final AllocationEngine engine = new AllocationEngine(Ids::next, new SecureRandom());

  @Inject
  AllocationDriver(Roster roster, RoutingConfig config) {
    this.roster = roster;
    this.config = config;
  }

  AllocationEngine engine() {
    return engine;
  }

  /** Departments already looked up in this transaction. */
  static final class Lookups {
    private final Map<Wanted, Optional<Team>> teams = new HashMap<>();

    private record Wanted(UUID tenantId, @Nullable UUID departmentId, boolean fallBack) {}
  }

  /** The department that serves the allocation now; null while there is none. */
  @Nullable Team team(StoredAllocation allocation, Lookups lookups) {
    boolean fallBack = !allocation.now().isBefore(graceEnd(allocation));
    return lookups
        .teams
        .computeIfAbsent(
            new Lookups.Wanted(allocation.tenantId(), allocation.wantedDepartmentId(), fallBack),
            wanted -> roster.serving(wanted.tenantId(), wanted.departmentId(), wanted.fallBack()))
        .map(team -> team.asFor(wishes(allocation, team)))
        .orElse(null);
  }

  /** What the visitor or a colleague wants goes before what the department does by itself. */
  private static Wishes wishes(StoredAllocation allocation, Team team) {
    Wishes told = allocation.wishes();
    UUID previous = allocation.previousAgentId();
    return told.wanted() == null && team.preferPrevious() && previous != null
        ? new Wishes(previous, Wishes.Cause.PREVIOUS, told.avoided())
        : told;
  }

  /** Does what is due. */
  Decided review(StoredAllocation allocation, Lookups lookups) {
    Team team = team(allocation, lookups);
    return decided(
        allocation,
        engine.review(allocation.state(), allocation.offers(), team, allocation.now()),
        team);
  }

  /**
   * A decision with what only this layer knows: the department's name, and when a missing
   * department is given up.
   */
  Decided decided(StoredAllocation allocation, Decision decision, @Nullable Team team) {
    return new Decided(
        allocation, withGrace(allocation, decision), team == null ? "" : team.name());
  }

  private Decision withGrace(StoredAllocation allocation, Decision decision) {
    Instant end = graceEnd(allocation);
    if (decision.state() instanceof AllocationState.Waiting && end.isAfter(allocation.now())) {
      return new Decision(
          decision.state(), decision.offers(), decision.changes(), end, decision.mayDrain());
    }
    return decision;
  }

  private Instant graceEnd(StoredAllocation allocation) {
    return allocation.wantedDepartmentId() == null
        ? Instant.MIN
        : allocation.openedAt().plus(config.unknownDepartmentGrace());
  }
}
