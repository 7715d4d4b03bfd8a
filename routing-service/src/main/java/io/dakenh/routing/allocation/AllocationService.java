package io.dakenh.routing.allocation;

import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.VisitorErased;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.routing.allocation.AllocationDriver.Lookups;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.AllocationState.Open;
import io.dakenh.routing.engine.AllocationState.Winner;
import io.dakenh.routing.engine.Claim;
import io.dakenh.routing.engine.Decision;
import io.dakenh.routing.engine.Offer;
import io.dakenh.routing.engine.OfferState;
import io.dakenh.routing.engine.Team;
import io.dakenh.routing.roster.Roster;
import io.dakenh.routing.roster.RosterProjection;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a conversation from outside: it is opened and closed, people accept, decline and
 * take it.
 */
@ApplicationScoped
public class AllocationService {
  private final AllocationStore store;
  private final AllocationDriver driver;
  private final AllocationWriter writer;
  private final Capacity capacity;
  private final Roster roster;
  private final RosterProjection projection;
  private final Database database;

  @Inject
  AllocationService(
      AllocationStore store,
      AllocationDriver driver,
      AllocationWriter writer,
      Capacity capacity,
      Roster roster,
      RosterProjection projection,
      Database database) {
    this.store = store;
    this.driver = driver;
    this.writer = writer;
    this.capacity = capacity;
    this.roster = roster;
    this.projection = projection;
    this.database = database;
  }

  /** Who wants the conversation. */
  public record Person(UUID tenantId, UUID id, String name, boolean owner) {}

  /**
   * The conversation is the person's.
   *
   * @param offerId the offer that led there, null when it was taken without one
   */
  public record Allocation(@Nullable UUID offerId, UUID conversationId, UUID allocationId) {}

  /** A conversation wants an agent. */
  public void open(UUID tenantId, ConversationOpened opened) {
    if (store.add(tenantId, opened)) {
      writer.opened(tenantId, opened.conversationId(), opened.openedAt(), opened.departmentId());
    }
  }

  /** A person is to be forgotten: their name and the beginning of what they wrote. */
  public void forget(UUID tenantId, VisitorErased erased) {
    store.forget(tenantId, erased.conversationIds());
  }

  /** A conversation is over. */
  public void close(UUID tenantId, ConversationClosed closed) {
    Optional<StoredAllocation> found = store.lockByConversation(tenantId, closed.conversationId());
    if (found.isEmpty()) {
      store.addClosed(tenantId, closed);
      return;
    }
    StoredAllocation allocation = found.get();
    Decision decision =
        driver.engine().close(allocation.state(), allocation.offers(), allocation.now());
    if (decision.changes().isEmpty()) {
      return;
    }
    writer.write(driver.decided(allocation, decision, null));
    if (allocation.state() instanceof AllocationState.Allocated allocated) {
      projection.freed(tenantId, allocated.winner().agentId());
    }
  }

  /** Accepts an offer; exactly one person gets through, the others are told who. */
  @Transactional
  public Allocation accept(Person person, UUID offerId) {
    Asked asked = asked(person, offerId);
    StoredAllocation allocation = asked.allocation();
    Claim claim =
        driver
            .engine()
            .accept(
                allocation.state(),
                allocation.offers(),
                asked.offer(),
                nameOf(person),
                allocation.now());
    return settle(withinCapacity(claim, allocation, person.id()), allocation, offerId);
  }

  /** Declines an offer; the next person is asked at once. Declining again changes nothing. */
  @Transactional
  public void decline(Person person, UUID offerId) {
    Asked asked = asked(person, offerId);
    StoredAllocation allocation = asked.allocation();
    switch (asked.offer().state()) {
      case OfferState.Declined again -> {
        return;
      }
      case OfferState.Pending pending when asked.offer().overdue(allocation.now()) ->
          throw expired();
      case OfferState.Pending pending when allocation.state() instanceof Open open -> {
        Team team = driver.team(allocation, new Lookups());
        Decision decision =
            driver
                .engine()
                .decline(open, allocation.offers(), asked.offer(), team, allocation.now());
        writer.write(driver.decided(allocation, decision, team));
      }
      case OfferState.Expired expired -> throw expired();
      case OfferState over -> throw resolved(over, winner(allocation.state()));
    }
  }

  /** Takes a waiting conversation without having been asked. */
  @Transactional
  public Allocation take(Person person, UUID conversationId) {
    StoredAllocation allocation = visible(person, conversationId);
    Claim claim =
        driver
            .engine()
            .take(
                allocation.state(),
                allocation.offers(),
                person.id(),
                nameOf(person),
                person.owner(),
                allocation.now());
    return settle(
        person.owner() ? claim : withinCapacity(claim, allocation, person.id()), allocation, null);
  }

  /** An owner gives a conversation to somebody, whatever they have already. */
  @Transactional
  public Allocation assign(Person owner, UUID conversationId, UUID agentId) {
    StoredAllocation allocation = visible(owner, conversationId);
    if (!roster.reachable(owner.tenantId(), agentId)) {
      throw ProblemException.rule("agent-unreachable", "This person is not there now.");
    }
    Claim claim =
        driver
            .engine()
            .assign(
                allocation.state(),
                allocation.offers(),
                agentId,
                roster.name(owner.tenantId(), agentId),
                allocation.now());
    return settle(claim, allocation, null);
  }

  /** An owner wants everyone to be asked again about a conversation that is with nobody. */
  @Transactional
  public void routeAgain(Person owner, UUID conversationId) {
    StoredAllocation allocation = visible(owner, conversationId);
    Team team = driver.team(allocation, new Lookups());
    if (!(allocation.state() instanceof Open open) || team == null) {
      throw notWaiting();
    }
    Decision decision =
        driver.engine().routeAgain(open, allocation.offers(), team, owner.id(), allocation.now());
    writer.write(driver.decided(allocation, decision, team));
  }

  private StoredAllocation visible(Person person, UUID conversationId) {
    return store
        .lockByConversation(person.tenantId(), conversationId)
        .filter(found -> found.call() == null && visible(person, found))
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  /** Counted under the person's lock, so that two accepts at once are not both the last one. */
  private Claim withinCapacity(Claim claim, StoredAllocation allocation, UUID agentId) {
    return claim instanceof Claim.Won
            && !(allocation.call() == null
                ? capacity.claim(allocation.tenantId(), agentId, allocation.wantedDepartmentId())
                : capacity.claimCall(allocation.tenantId(), agentId, allocation.conversationId()))
        ? new Claim.AtCapacity()
        : claim;
  }

  private boolean visible(Person person, StoredAllocation allocation) {
    if (person.owner()) {
      return true;
    }
    UUID departmentId = allocation.wantedDepartmentId();
    return departmentId != null && roster.listed(person.tenantId(), departmentId, person.id());
  }

  private record Asked(StoredAllocation allocation, Offer offer) {}

  /**
   * Locks the allocation first and reads the offer after: what is read is then final until the
   * commit.
   */
  private Asked asked(Person person, UUID offerId) {
    StoredAllocation allocation =
        database
            .first(
                "select allocation_id from offer where tenant_id = ? and id = ? and agent_id = ?",
                row -> row.id("allocation_id"),
                person.tenantId(),
                offerId,
                person.id())
            .flatMap(allocationId -> store.lock(person.tenantId(), allocationId))
            .orElseThrow(() -> ProblemException.notFound("offer"));
    Offer offer =
        allocation
            .offers()
            .find(offerId)
            .or(() -> earlier(person, offerId))
            .orElseThrow(() -> ProblemException.notFound("offer"));
    return new Asked(allocation, offer);
  }

  /** An offer that was followed by a newer one to the same person. */
  private Optional<Offer> earlier(Person person, UUID offerId) {
    return database.first(
        """
        select id, agent_id, department_id, round, position, state, made_at, expires_at, resolved_at
        from offer where tenant_id = ? and id = ?""",
        AllocationStore::offer,
        person.tenantId(),
        offerId);
  }

  private Allocation settle(Claim claim, StoredAllocation allocation, @Nullable UUID offerId) {
    return switch (claim) {
      case Claim.Won(Decision decision) -> {
        writer.write(driver.decided(allocation, decision, null));
        yield new Allocation(offerId, allocation.about(), allocation.bindingId());
      }
      case Claim.AlreadyTheirs again ->
          new Allocation(offerId, allocation.about(), allocation.bindingId());
      case Claim.Lost(Winner winner) -> throw lost(winner);
      case Claim.TooLate late -> throw expired();
      case Claim.OfferOver(OfferState over) -> throw resolved(over, null);
      case Claim.NotWaiting elsewhere -> throw notWaiting();
      case Claim.AtCapacity full ->
          throw ProblemException.conflict(
              "agent-at-capacity",
              allocation.call() == null
                  ? "You have as many conversations as you may have at a time."
                  : "You are in another call.");
    };
  }

  private static ProblemException notWaiting() {
    return ProblemException.conflict(
        "conversation-not-queued", "The conversation is not waiting in the queue.");
  }

  /** The name the business gave the person; the token's while config-service has not told us. */
  private String nameOf(Person person) {
    String known = roster.name(person.tenantId(), person.id());
    return known.isEmpty() ? person.name() : known;
  }

  private static @Nullable Winner winner(AllocationState state) {
    return switch (state) {
      case AllocationState.Allocated allocated -> allocated.winner();
      case AllocationState.Closed closed -> closed.winner();
      case Open open -> null;
    };
  }

  private static ProblemException lost(Winner winner) {
    return ProblemException.conflict(
            "offer-already-resolved", "Someone else has joined this conversation.")
        .with("outcome", "withdrawn")
        .with("acceptedBy", Map.of("id", winner.agentId(), "name", winner.name()));
  }

  private static ProblemException resolved(OfferState over, @Nullable Winner winner) {
    ProblemException problem =
        ProblemException.conflict(
                "offer-already-resolved", "This offer was " + over.label() + " before.")
            .with("outcome", over.label());
    return winner == null
        ? problem
        : problem.with("acceptedBy", Map.of("id", winner.agentId(), "name", winner.name()));
  }

  private static ProblemException expired() {
    return ProblemException.conflict("offer-expired", "The time of this offer is over.");
  }
}
