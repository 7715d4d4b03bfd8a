package io.dakenh.routing.allocation;

import io.dakenh.platform.time.Ids;
import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationEngine;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.engine.Wishes;
import io.dakenh.routing.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private record Wanted(
        UUID tenantId, @Nullable UUID departmentId, boolean fallBack, boolean call) {}
  }

  /** The department that serves the allocation now; null while there is none. */
  @Nullable Team team(StoredAllocation allocation, Lookups lookups) {
    boolean fallBack = !allocation.now().isBefore(graceEnd(allocation));
    return lookups
        .teams
        .computeIfAbsent(
            new Lookups.Wanted(
                allocation.tenantId(),
                allocation.wantedDepartmentId(),
                fallBack,
                allocation.call() != null),
            this::serving)
        .map(team -> ringing(team, allocation).asFor(wishes(allocation, team)))
        .orElse(null);
  }

  private Optional<Team> serving(Lookups.Wanted wanted) {
    return wanted.call()
        ? roster.servingCalls(wanted.tenantId(), wanted.departmentId(), wanted.fallBack())
        : roster.serving(wanted.tenantId(), wanted.departmentId(), wanted.fallBack());
  }

  /** A call that rings on does so for what is left of its time. */
  private static Team ringing(Team team, StoredAllocation allocation) {
    StoredAllocation.Call call = allocation.call();
    Instant until = call == null ? null : call.ringUntil();
    return until == null ? team : team.within(Duration.between(allocation.now(), until));
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
    if (allocation.heldByCall() != null) {
      return new Decided(
          allocation,
          new Decision(allocation.state(), allocation.offers(), List.of(), null, Set.of()),
          "");
    }
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
        allocation,
        withGrace(allocation, allocation.call() == null ? decision : given(decision, allocation)),
        team == null ? "" : team.name());
  }

  /** Nobody waits in a queue on the phone: a call nobody takes is over. */
  private static Decision given(Decision decision, StoredAllocation call) {
    if (!(decision.state() instanceof AllocationState.Queued queued)) {
      return decision;
    }
    List<Change> changes = new ArrayList<>(decision.changes());
    changes.add(new Change.Ended());
    return new Decision(
        queued.close(call.now()), decision.offers(), changes, null, decision.mayDrain());
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
