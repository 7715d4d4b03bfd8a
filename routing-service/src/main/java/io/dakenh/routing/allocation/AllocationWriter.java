package io.dakenh.routing.allocation;

import io.dakenh.platform.event.OutgoingEvent;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.time.Latencies;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.AllocationState.Closed;
import io.dakenh.routing.engine.AllocationState.Offering;
import io.dakenh.routing.engine.AllocationState.Queued;
import io.dakenh.routing.engine.AllocationState.Waiting;
import io.dakenh.routing.engine.AllocationState.Winner;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Offer;
import io.dakenh.routing.engine.OfferState;
import io.dakenh.routing.errand.Errand;
import io.dakenh.routing.errand.Errands;
import io.dakenh.routing.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions: rows, timeline, events and errands of a whole batch in a handful of round
 * trips.
 */
@ApplicationScoped
class AllocationWriter {
  private static final String UPDATE =
      """
      update allocation set version = version + 1, state = ?, department_id = ?, round = ?, total_deadline = ?, next_due = ?,
                            queued_at = ?, queue_reason = ?, closed_at = ?
      where id = ? and version = ?""";

  /** The claim: whoever gets this through has the conversation, and nobody else can. */
  private static final String CLAIM =
      """
      update allocation set version = version + 1, state = 'allocated', next_due = null, winner_id = ?, winner_name = ?,
                            winner_cause = ?, allocated_at = ?
      where id = ? and version = ? and state in ('offering', 'queued')""";

  private static final String MAKE_OFFER =
      """
      insert into offer (id, tenant_id, allocation_id, conversation_id, agent_id, department_id, department_name, round, position,
                         generation, state, made_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)""";

  private static final String END_OFFER =
      "update offer set state = ?, resolved_at = ? where id = ? and state = 'pending'";

  private static final String STEP =
      """
      insert into allocation_step (tenant_id, conversation_id, at, kind, department_id, agent_id, offer_id, round, reason, candidates)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Database database;
  private final Outbox outbox;
  private final Errands errands;
  private final Alarm alarm;
  private final Timer delays;

  @Inject
  AllocationWriter(
      Database database, Outbox outbox, Errands errands, Alarm alarm, MeterRegistry meters) {
    this.database = database;
    this.outbox = outbox;
    this.errands = errands;
    this.alarm = alarm;
    this.delays =
        Timer.builder("dakenh.routing.allocation.delay")
            .description("From the opening to the first offer, where somebody could be asked")
            .serviceLevelObjectives(Latencies.ofMachines())
            .register(meters);
  }

  /**
   * A decision about an allocation.
   *
   * @param departmentName name of the department that asks, for the offers
   */
  record Decided(StoredAllocation before, Decision decision, String departmentName) {}

  void write(Decided decided) {
    write(List.of(decided));
  }

  void write(List<Decided> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<@Nullable Object[]> updates = new ArrayList<>();
    List<@Nullable Object[]> claims = new ArrayList<>();
    List<@Nullable Object[]> offers = new ArrayList<>();
    List<@Nullable Object[]> endings = new ArrayList<>();
    List<@Nullable Object[]> steps = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    List<Errand> drains = new ArrayList<>();
    for (Decided decided : batch) {
      StoredAllocation before = decided.before();
      Decision decision = decided.decision();
      if (decision.state() instanceof Allocated allocated) {
        claims.add(claim(before, allocated.winner()));
      } else {
        updates.add(update(before, decision));
      }
      for (Change change : decision.changes()) {
        steps.add(row(before, change));
        switch (change) {
          case Change.Offered(Offer offer, String reason, List<UUID> candidates) -> {
            offers.add(newOffer(decided, offer));
            recordDelay(before, offer);
          }
          case Change.OfferEnded(Offer offer, String reason) ->
              endings.add(new @Nullable Object[] {offer.state().label(), before.now(), offer.id()});
          default -> {
            // Written with the allocation itself.
          }
        }
      }
      events.addAll(AllocationEvents.of(decided));
      decision
          .mayDrain()
          .forEach(
              agentId -> drains.add(new Errand(before.tenantId(), Errand.Kind.DRAIN, agentId)));
    }
    expectOneEach(database.batch(UPDATE, updates));
    expectOneEach(database.batch(CLAIM, claims));
    // First end, then make: the only one there is asked again in the same decision that ended the
    // offer before.
    expectOneEach(database.batch(END_OFFER, endings));
    database.batch(MAKE_OFFER, offers);
    database.batch(STEP, steps);
    outbox.addAll(events);
    errands.leave(drains);
    alarm.ringAfterCommit();
  }

  /** Whoever waited in the queue waited for people; that is told by the queue. */
  private void recordDelay(StoredAllocation before, Offer offer) {
    if (before.state() instanceof Waiting) {
      delays.record(Duration.between(before.openedAt(), offer.madeAt()));
    }
  }

  /** One more step, of something that was written elsewhere. */
  void step(StoredAllocation about, Change change) {
    database.batch(STEP, List.<@Nullable Object[]>of(row(about, change)));
  }

  /** The first step of a timeline. */
  void opened(UUID tenantId, UUID conversationId, Instant at, @Nullable UUID departmentId) {
    database.batch(
        STEP,
        List.<@Nullable Object[]>of(
            new @Nullable Object[] {
              tenantId, conversationId, at, "opened", departmentId, null, null, null, null, null
            }));
    alarm.ringAfterCommit();
  }

  /**
   * Rows are locked before they are decided about, so anything else is a mistake of ours and must
   * not be committed.
   */
  private static void expectOneEach(int[] touched) {
    for (int rows : touched) {
      if (rows != 1) {
        throw new IllegalStateException("a row changed under its lock");
      }
    }
  }

  private static @Nullable Object[] claim(StoredAllocation before, Winner winner) {
    return new @Nullable Object[] {
      winner.agentId(), winner.name(), winner.cause(), winner.at(), before.id(), before.version()
    };
  }

  private static @Nullable Object[] update(StoredAllocation before, Decision decision) {
    AllocationState state = decision.state();
    UUID departmentId = null;
    Integer round = null;
    Instant deadline = null;
    Instant queuedAt = null;
    String reason = null;
    Instant closedAt = null;
    switch (state) {
      case Waiting waiting -> {
        departmentId = null;
        round = waiting.round();
      }
      case Offering offering -> {
        departmentId = offering.departmentId();
        round = offering.round();
        deadline = offering.totalDeadline();
      }
      case Queued queued -> {
        departmentId = queued.departmentId();
        round = queued.round();
        deadline = queued.totalDeadline();
        queuedAt = queued.since();
        reason = queued.reason().label();
      }
      case Closed closed -> {
        departmentId = before.wantedDepartmentId();
        round = 0;
        closedAt = closed.at();
      }
      case Allocated allocated -> throw new IllegalStateException("a claim is not an update");
    }
    return new @Nullable Object[] {
      state.label(),
      departmentId,
      round,
      deadline,
      decision.nextDue(),
      queuedAt,
      reason,
      closedAt,
      before.id(),
      before.version()
    };
  }

  private static @Nullable Object[] newOffer(Decided decided, Offer offer) {
    StoredAllocation before = decided.before();
    return new @Nullable Object[] {
      offer.id(),
      before.tenantId(),
      before.id(),
      before.conversationId(),
      offer.agentId(),
      offer.departmentId(),
      decided.departmentName(),
      offer.round(),
      offer.position(),
      before.generation(),
      offer.madeAt(),
      offer.expiresAt()
    };
  }

  private static @Nullable Object[] row(StoredAllocation before, Change change) {
    String kind = "";
    UUID departmentId = null;
    UUID agentId = null;
    UUID offerId = null;
    Integer round = null;
    String reason = null;
    List<UUID> candidates = null;
    switch (change) {
      case Change.Started started -> {
        kind = "started";
        departmentId = started.departmentId();
      }
      case Change.Parked parked -> kind = "waiting-for-department";
      case Change.RoundStarted next -> {
        kind = "round-started";
        round = next.round();
      }
      case Change.WantedUnavailable unavailable -> {
        kind = "wanted-unavailable";
        departmentId = unavailable.departmentId();
        agentId = unavailable.agentId();
        reason = unavailable.reason();
      }
      case Change.HandedOn handedOn -> {
        kind = "handed-on";
        departmentId = handedOn.departmentId();
        agentId = handedOn.byId();
      }
      case Change.TakenBack takenBack -> {
        kind = "taken-back";
        departmentId = takenBack.departmentId();
        agentId = takenBack.agentId();
      }
      case Change.Reopened reopened -> {
        kind = "reopened";
        departmentId = reopened.departmentId();
        reason = reopened.by();
      }
      case Change.RoutedAgain again -> {
        kind = "routed-again";
        agentId = again.byId();
      }
      case Change.Offered offered -> {
        kind = "offered";
        departmentId = offered.offer().departmentId();
        agentId = offered.offer().agentId();
        offerId = offered.offer().id();
        round = offered.offer().round();
        reason = offered.reason();
        candidates = offered.candidates();
      }
      case Change.OfferEnded ended -> {
        kind = ended.offer().state().label();
        departmentId = ended.offer().departmentId();
        agentId = ended.offer().agentId();
        offerId = ended.offer().id();
        round = ended.offer().round();
        reason = ended.offer().state() instanceof OfferState.Withdrawn ? ended.reason() : null;
      }
      case Change.WentToQueue queued -> {
        kind = "queued";
        departmentId = queued.departmentId();
        reason = queued.reason().label();
      }
      case Change.Joined joined -> {
        kind = "joined";
        departmentId = joined.departmentId();
        agentId = joined.winner().agentId();
        reason = joined.winner().cause();
      }
      case Change.Ended ended -> kind = "closed";
    }
    return new @Nullable Object[] {
      before.tenantId(),
      before.conversationId(),
      before.now(),
      kind,
      departmentId,
      agentId,
      offerId,
      round,
      reason,
      candidates
    };
  }
}
