package io.dakenh.routing.engine;

import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.AllocationState.Closed;
import io.dakenh.routing.engine.AllocationState.Offering;
import io.dakenh.routing.engine.AllocationState.Open;
import io.dakenh.routing.engine.AllocationState.Queued;
import io.dakenh.routing.engine.AllocationState.Waiting;
import io.dakenh.routing.engine.AllocationState.Winner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next with one conversation.
 *
 * <p>{@link #review} is the heart: it looks at the state, the team and the time and does whatever
 * is due. It may be called at any moment and any number of times; when nothing is due it changes
 * nothing. Timers, presence, changed departments and restarts all lead to the same call, so there
 * is one place where the rules are.
 */
public final class AllocationEngine {
  private final Supplier<UUID> ids;
  private final RandomGenerator random;

  /** An engine that takes ids and randomness from here. */
  public AllocationEngine(Supplier<UUID> ids, RandomGenerator random) {
    this.ids = ids;
    this.random = random;
  }

  /**
   * Does what is due: expires, withdraws, asks the next, starts a round, queues.
   *
   * @param team department that serves the conversation now; null while there is none
   */
  public Decision review(
      AllocationState state, OfferBook offers, @Nullable Team team, Instant now) {
    Turn turn = new Turn(state, offers, now);
    return switch (state) {
      case Allocated allocated -> turn.decision(null);
      case Closed closed -> turn.decision(null);
      case Open open -> {
        place(turn, open, team);
        yield team == null ? turn.decision(null) : proceed(turn, team);
      }
    };
  }

  /**
   * Asks one person about a conversation that waits in the queue, if the rules let them be asked.
   */
  public Decision offerFromQueue(
      Queued state, OfferBook offers, Team team, UUID agentId, Instant now) {
    Turn turn = new Turn(state, offers, now);
    turn.expireOverdue();
    turn.withdrawFromUnavailable(team);
    if (!team.hours().openAt(now)) {
      turn.withdrawAll(QueueReason.OUTSIDE_HOURS.label());
      return turn.decision(nextDue(turn, team));
    }
    boolean oneAtATime = AllocationStrategy.of(team.mode()).passesOn();
    if (!oneAtATime || turn.book.pending().isEmpty()) {
      team.available().stream()
          .filter(member -> member.agentId().equals(agentId) && unasked(turn, member))
          .findFirst()
          .ifPresent(
              member ->
                  turn.offer(
                      newOffer(turn, team, member, now.plus(team.passOn())),
                      "waiting-in-queue",
                      List.of(agentId)));
    }
    return turn.decision(nextDue(turn, team));
  }

  /** A person accepts an offer. */
  public Claim accept(
      AllocationState state, OfferBook offers, Offer offer, String name, Instant now) {
    return switch (state) {
      case Allocated allocated -> settled(allocated.winner(), offer.agentId());
      case Closed closed when closed.winner() != null -> settled(closed.winner(), offer.agentId());
      case Closed closed -> new Claim.OfferOver(offer.state());
      case Open open ->
          switch (offer.state()) {
            case OfferState.Pending pending when offer.overdue(now) -> new Claim.TooLate();
            case OfferState.Expired expired -> new Claim.TooLate();
            case OfferState.Pending pending ->
                new Claim.Won(
                    join(
                        new Turn(open, offers, now),
                        open,
                        offer,
                        new Winner(offer.agentId(), name, Winner.BY_OFFER, now)));
            case OfferState over -> new Claim.OfferOver(over);
          };
    };
  }

  /**
   * A person takes a conversation without having been asked.
   *
   * @param anyTime owners may step in while others are being asked; agents wait until the
   *     conversation is in the queue
   */
  public Claim take(
      AllocationState state,
      OfferBook offers,
      UUID agentId,
      String name,
      boolean anyTime,
      Instant now) {
    return switch (state) {
      case Allocated allocated -> settled(allocated.winner(), agentId);
      case Closed closed when closed.winner() != null -> settled(closed.winner(), agentId);
      case Closed closed -> new Claim.NotWaiting();
      case Waiting waiting -> new Claim.NotWaiting();
      case Open open -> {
        Offer own =
            offers
                .latestOf(agentId)
                .filter(Offer::pending)
                .filter(o -> !o.overdue(now))
                .orElse(null);
        if (own == null && !anyTime && open instanceof Offering) {
          yield new Claim.NotWaiting();
        }
        yield new Claim.Won(
            join(
                new Turn(open, offers, now),
                open,
                own,
                new Winner(agentId, name, own == null ? Winner.BY_TAKING : Winner.BY_OFFER, now)));
      }
    };
  }

  /** An owner gives a conversation that is not with anybody to a person. */
  public Claim assign(
      AllocationState state, OfferBook offers, UUID agentId, String name, Instant now) {
    return give(state, offers, new Winner(agentId, name, Winner.BY_OWNER, now));
  }

  /** A person talks to the visitor already: the conversation nobody has is theirs. */
  public Claim joinByCall(
      AllocationState state, OfferBook offers, UUID agentId, String name, Instant now) {
    return give(state, offers, new Winner(agentId, name, Winner.BY_CALL, now));
  }

  private static Claim give(AllocationState state, OfferBook offers, Winner winner) {
    return switch (state) {
      case Allocated allocated -> settled(allocated.winner(), winner.agentId());
      case Closed closed when closed.winner() != null -> settled(closed.winner(), winner.agentId());
      case Closed closed -> new Claim.NotWaiting();
      case Waiting waiting -> new Claim.NotWaiting();
      case Open open ->
          new Claim.Won(join(new Turn(open, offers, winner.at()), open, null, winner));
    };
  }

  /**
   * An owner wants everyone to be asked again: standing offers end, and a new round begins with the
   * whole total time before it.
   */
  public Decision routeAgain(Open state, OfferBook offers, Team team, UUID byId, Instant now) {
    Turn turn = new Turn(state, offers, now);
    turn.expireOverdue();
    turn.withdrawAll("routed-again");
    turn.note(new Change.RoutedAgain(byId));
    turn.state = state.start(team, now);
    turn.note(new Change.Started(team.departmentId()));
    return proceed(turn, team);
  }

  /** A person declines an offer that stands; the next is asked at once. */
  public Decision decline(
      Open state, OfferBook offers, Offer offer, @Nullable Team team, Instant now) {
    Turn turn = new Turn(state, offers, now);
    turn.end(offer.end(pending -> pending.decline(now)), "declined");
    place(turn, state, team);
    return team == null ? turn.decision(null) : proceed(turn, team);
  }

  /**
   * The conversation needs an agent again: whatever stands ends, and its next generation begins at
   * once.
   */
  public Decision startOver(AllocationState state, OfferBook offers, Change why, Instant now) {
    Turn turn = new Turn(state, offers, now);
    turn.withdrawAll("handed-on");
    turn.note(why);
    if (state instanceof Allocated allocated) {
      turn.freed(allocated.winner().agentId());
    }
    turn.state = new Waiting(0);
    return turn.decision(now);
  }

  /** The conversation is over: nobody is asked any more. */
  public Decision close(AllocationState state, OfferBook offers, Instant now) {
    Turn turn = new Turn(state, offers, now);
    switch (state) {
      case Closed closed -> {
        return turn.decision(null);
      }
      case Allocated allocated -> {
        turn.state = allocated.close(now);
        turn.freed(allocated.winner().agentId());
      }
      case Open open -> {
        turn.withdrawAll("conversation-closed");
        turn.state = open.close(now);
      }
    }
    turn.note(new Change.Ended());
    return turn.decision(null);
  }

  private static Claim settled(Winner winner, UUID agentId) {
    return winner.agentId().equals(agentId) ? new Claim.AlreadyTheirs() : new Claim.Lost(winner);
  }

  private static Decision join(Turn turn, Open open, @Nullable Offer own, Winner winner) {
    if (own != null) {
      turn.end(own.end(pending -> pending.accept(turn.now)), "accepted");
    }
    turn.withdrawAll("someone-joined");
    Allocated allocated = open.allocate(winner);
    turn.state = allocated;
    turn.note(new Change.Joined(allocated.departmentId(), winner));
    return turn.decision(null);
  }

  /** Sees to it that the conversation is in the department that serves it now. */
  private static void place(Turn turn, Open open, @Nullable Team team) {
    UUID current =
        switch (open) {
          case Waiting waiting -> null;
          case Offering offering -> offering.departmentId();
          case Queued queued -> queued.departmentId();
        };
    if (team != null && team.departmentId().equals(current)) {
      return;
    }
    turn.withdrawAll("department-changed");
    if (team != null) {
      turn.state = open.start(team, turn.now);
      turn.note(new Change.Started(team.departmentId()));
    } else if (current != null) {
      turn.state =
          switch (open) {
            case Waiting waiting -> waiting;
            case Offering offering -> offering.park();
            case Queued queued -> queued.park();
          };
      turn.note(new Change.Parked());
    }
  }

  private Decision proceed(Turn turn, Team team) {
    turn.expireOverdue();
    turn.withdrawFromUnavailable(team);
    if (!team.hours().openAt(turn.now)) {
      turn.withdrawAll(QueueReason.OUTSIDE_HOURS.label());
      if (turn.state instanceof Offering offering) {
        queue(turn, offering, QueueReason.OUTSIDE_HOURS);
      }
      return turn.decision(nextDue(turn, team));
    }
    if (turn.state instanceof Queued queued) {
      if (turn.now.isBefore(queued.totalDeadline()) && !team.available().isEmpty()) {
        turn.state = queued.resume();
      }
    }
    if (turn.state instanceof Offering offering) {
      if (!turn.now.isBefore(offering.totalDeadline())) {
        queue(turn, offering, QueueReason.TOTAL_TIME_OVER);
      } else if (team.available().isEmpty()) {
        queue(
            turn,
            offering,
            team.everyoneBusy() ? QueueReason.EVERYONE_BUSY : QueueReason.NOBODY_ONLINE);
      } else {
        ask(turn, team, offering);
      }
    }
    if (turn.state instanceof Queued) {
      team.available().stream()
          .filter(member -> unasked(turn, member))
          .forEach(member -> turn.freed(member.agentId()));
    }
    return turn.decision(nextDue(turn, team));
  }

  private static void queue(Turn turn, Offering offering, QueueReason reason) {
    turn.withdrawAll(reason.label());
    turn.state = offering.queue(reason, turn.now);
    turn.note(new Change.WentToQueue(offering.departmentId(), reason));
  }

  private void ask(Turn turn, Team team, Offering offering) {
    if (turn.book.pending().stream().anyMatch(Offer::wanted)) {
      return;
    }
    UUID wanted = team.wishes().wanted();
    if (wanted != null && turn.book.offers().isEmpty()) {
      Member member = team.member(wanted).filter(Member::available).orElse(null);
      if (member != null) {
        offerToWanted(turn, team, offering, member);
        return;
      }
      turn.note(
          new Change.WantedUnavailable(
              team.departmentId(),
              wanted,
              team.member(wanted).map(m -> m.availability().label()).orElse("not-in-department")));
    }
    AllocationStrategy strategy = AllocationStrategy.of(team.mode());
    List<Member> ring = ring(team, turn.book);
    List<Member> untried =
        ring.stream().filter(m -> !turn.book.tried(m.agentId(), offering.round())).toList();
    int pending = turn.book.pending().size();
    if (untried.isEmpty() && pending == 0) {
      List<Member> rested = rested(turn, team, ring);
      if (!rested.isEmpty()) {
        Offering next = offering.nextRound();
        turn.state = next;
        turn.note(new Change.RoundStarted(next.round()));
        offer(turn, team, next, strategy, rested, 0);
      }
    } else {
      offer(turn, team, offering, strategy, rested(turn, team, untried), pending);
    }
  }

  /** One offer to one person for one pass-on time, whatever the mode. */
  private void offerToWanted(Turn turn, Team team, Offering offering, Member member) {
    turn.offer(
        new Offer(
            ids.get(),
            member.agentId(),
            team.departmentId(),
            offering.round(),
            Offer.BEFORE_THE_RING,
            turn.now,
            passedOnAt(turn, team, offering),
            new OfferState.Pending()),
        team.wishes().cause().reason(),
        List.of(member.agentId()));
  }

  private static Instant passedOnAt(Turn turn, Team team, Offering offering) {
    Instant passedOn = turn.now.plus(team.passOn());
    return passedOn.isBefore(offering.totalDeadline()) ? passedOn : offering.totalDeadline();
  }

  private void offer(
      Turn turn,
      Team team,
      Offering offering,
      AllocationStrategy strategy,
      List<Member> ready,
      int pending) {
    Instant until =
        strategy.passesOn() ? passedOnAt(turn, team, offering) : offering.totalDeadline();
    List<UUID> candidates = ready.stream().map(Member::agentId).toList();
    for (Member chosen : strategy.choose(ready, pending, random)) {
      turn.offer(newOffer(turn, team, chosen, until), strategy.reason(), candidates);
    }
  }

  private Offer newOffer(Turn turn, Team team, Member member, Instant until) {
    return new Offer(
        ids.get(),
        member.agentId(),
        team.departmentId(),
        ((Open) turn.state).round(),
        team.position(member.agentId()),
        turn.now,
        until,
        new OfferState.Pending());
  }

  private static List<Member> rested(Turn turn, Team team, List<Member> members) {
    return members.stream()
        .filter(m -> !turn.book.restsUntil(m.agentId(), team.passOn()).isAfter(turn.now))
        .toList();
  }

  /**
   * Whether the person was not asked about this conversation since coming online or becoming free.
   */
  private static boolean unasked(Turn turn, Member member) {
    return member.available()
        && turn.book
            .latestOf(member.agentId())
            .map(last -> !last.pending() && last.madeAt().isBefore(member.availableSince()))
            .orElse(true);
  }

  /**
   * Those who may be asked, beginning behind the one asked last and around. If that person was
   * removed since, whoever moved up into the place comes next. Whom the visitor wanted was asked
   * out of order, so the order begins at its beginning.
   */
  private static List<Member> ring(Team team, OfferBook book) {
    int size = team.members().size();
    int start =
        book.last()
            .filter(last -> last.departmentId().equals(team.departmentId()))
            .filter(last -> !last.wanted())
            .map(
                last -> {
                  int position = team.position(last.agentId());
                  return position < 0 ? last.position() : position + 1;
                })
            .orElse(0);
    Set<Member> available = new HashSet<>(team.available());
    List<Member> ring = new ArrayList<>(available.size());
    for (int i = 0; i < size; i++) {
      Member member = team.members().get((start + i) % size);
      if (available.contains(member)) {
        ring.add(member);
      }
    }
    return ring;
  }

  private static @Nullable Instant nextDue(Turn turn, Team team) {
    Stream<Instant> expiries = turn.book.pending().stream().map(Offer::expiresAt);
    if (turn.state instanceof Offering offering) {
      Stream<Instant> rests =
          team.available().stream()
              .map(member -> turn.book.restsUntil(member.agentId(), team.passOn()))
              .filter(rest -> rest.isAfter(turn.now));
      return Stream.concat(Stream.of(offering.totalDeadline()), Stream.concat(expiries, rests))
          .min(Instant::compareTo)
          .orElseThrow();
    }
    return expiries.min(Instant::compareTo).orElse(null);
  }
}
