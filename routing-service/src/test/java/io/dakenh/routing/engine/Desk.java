package io.dakenh.routing.engine;

import io.dakenh.routing.engine.AllocationState.Open;
import io.dakenh.routing.engine.AllocationState.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, one department and a clock that only moves when told to. People are known by a
 * letter.
 */
final class Desk {
  static final Duration PASS_ON = Duration.ofSeconds(20);
  static final Duration TOTAL = Duration.ofSeconds(300);
  private static final Instant START = Instant.parse("2026-02-17T02:00:00Z");

  Instant now = START;
  AllocationMode mode;
  @Nullable UUID departmentId = new UUID(7, 7);
  List<String> list;
  Duration passOn = PASS_ON;
  @Nullable String wanted;
  @Nullable String avoided;
  boolean open = true;
  AllocationState state = new AllocationState.Waiting(0);
  OfferBook book = OfferBook.empty();
  @Nullable Instant nextDue;
  List<Change> changes = List.of();

  private final Map<String, Availability> people = new LinkedHashMap<>();
  private final Map<String, Instant> since = new LinkedHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final AllocationEngine engine;

  Desk(AllocationMode mode, long seed, String... list) {
    this.mode = mode;
    this.list = new ArrayList<>(Arrays.asList(list));
    this.engine = new AllocationEngine(() -> new UUID(1, ids.incrementAndGet()), new Random(seed));
    this.list.forEach(name -> is(name, Availability.ONLINE));
  }

  static UUID id(String name) {
    return new UUID(2, name.charAt(0));
  }

  static String name(UUID id) {
    return Character.toString((char) id.getLeastSignificantBits());
  }

  void is(String name, Availability availability) {
    if (availability == Availability.ONLINE && people.get(name) != Availability.ONLINE) {
      since.put(name, now);
    }
    people.put(name, availability);
  }

  Availability availability(String name) {
    return people.getOrDefault(name, Availability.DEACTIVATED);
  }

  boolean mayBeAsked(String name) {
    return keepsAnOffer(name)
        && (!name.equals(avoided)
            || list.stream().noneMatch(other -> !other.equals(avoided) && keepsAnOffer(other)));
  }

  /** Whoever may not be asked any more loses the offer, too; who is avoided does not. */
  boolean keepsAnOffer(String name) {
    return open && list.contains(name) && availability(name) == Availability.ONLINE;
  }

  Instant since(String name) {
    return since.getOrDefault(name, START);
  }

  @Nullable Team team() {
    if (departmentId == null) {
      return null;
    }
    List<Member> members =
        list.stream().map(name -> new Member(id(name), availability(name), since(name))).toList();
    return new Team(
        departmentId,
        "Tư vấn",
        mode,
        passOn,
        TOTAL,
        members,
        at -> open,
        false,
        new Wishes(
            wanted == null ? null : id(wanted),
            Wishes.Cause.VISITOR,
            avoided == null ? null : id(avoided)));
  }

  /**
   * Every replica dies and another one reads what was stored: the state by its name and columns, of
   * the offers only those that stand and the latest of each person.
   */
  void crash() {
    List<Offer> kept =
        book.offers().stream()
            .filter(
                offer ->
                    offer.pending()
                        || book.latestOf(offer.agentId())
                            .filter(latest -> latest.id().equals(offer.id()))
                            .isPresent())
            .map(
                offer ->
                    new Offer(
                        offer.id(),
                        offer.agentId(),
                        offer.departmentId(),
                        offer.round(),
                        offer.position(),
                        offer.madeAt(),
                        offer.expiresAt(),
                        OfferState.of(offer.state().label(), endedAt(offer.state()))))
            .toList();
    book = new OfferBook(kept);
    state =
        switch (state) {
          case AllocationState.Waiting waiting -> new AllocationState.Waiting(waiting.round());
          case AllocationState.Offering offering ->
              new AllocationState.Offering(
                  offering.departmentId(), offering.round(), offering.totalDeadline());
          case Queued queued ->
              new Queued(
                  queued.departmentId(),
                  queued.round(),
                  queued.totalDeadline(),
                  QueueReason.labelled(queued.reason().label()),
                  queued.since());
          case AllocationState.Allocated allocated -> allocated;
          case AllocationState.Closed closed -> closed;
        };
  }

  private static Instant endedAt(OfferState state) {
    return switch (state) {
      case OfferState.Pending pending -> Instant.EPOCH;
      case OfferState.Accepted accepted -> accepted.at();
      case OfferState.Declined declined -> declined.at();
      case OfferState.Expired expired -> expired.at();
      case OfferState.Withdrawn withdrawn -> withdrawn.at();
    };
  }

  Decision routeAgain() {
    Team team = team();
    if (!(state instanceof Open waiting) || team == null) {
      throw new AssertionError("nothing to route again: " + state);
    }
    return apply(engine.routeAgain(waiting, book, team, id("O"), now));
  }

  Claim assign(String name) {
    Claim claim = engine.assign(state, book, id(name), name, now);
    if (claim instanceof Claim.Won(Decision decision)) {
      apply(decision);
    }
    return claim;
  }

  Decision review() {
    return apply(engine.review(state, book, team(), now));
  }

  /** Moves the clock, stopping at every timer on the way. */
  void pass(Duration time) {
    Instant end = now.plus(time);
    while (nextDue != null && !nextDue.isAfter(end)) {
      if (nextDue.isAfter(now)) {
        now = nextDue;
      }
      review();
    }
    now = end;
  }

  void decline(String name) {
    apply(engine.decline((Open) state, book, pendingOf(name), team(), now));
  }

  Claim accept(String name) {
    return accept(pendingOf(name));
  }

  Claim accept(Offer offer) {
    Claim claim = engine.accept(state, book, offer, name(offer.agentId()), now);
    if (claim instanceof Claim.Won(Decision decision)) {
      apply(decision);
    }
    return claim;
  }

  Claim take(String name, boolean owner) {
    Claim claim = engine.take(state, book, id(name), name, owner, now);
    if (claim instanceof Claim.Won(Decision decision)) {
      apply(decision);
    }
    return claim;
  }

  void drain(String name) {
    if (state instanceof Queued queued && team() != null) {
      apply(engine.offerFromQueue(queued, book, team(), id(name), now));
    }
  }

  void close() {
    apply(engine.close(state, book, now));
  }

  Offer pendingOf(String name) {
    return book.pending().stream()
        .filter(offer -> offer.agentId().equals(id(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no pending offer, but " + asked()));
  }

  /** Who is being asked, in the order of asking. */
  List<String> asked() {
    return book.pending().stream().map(offer -> name(offer.agentId())).toList();
  }

  private Decision apply(Decision decision) {
    state = decision.state();
    book = decision.offers();
    nextDue = decision.nextDue();
    changes = decision.changes();
    return decision;
  }
}
