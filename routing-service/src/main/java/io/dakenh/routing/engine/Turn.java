package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision in the making: the state as it is so far and what was changed on the way. */
final class Turn {
  final Instant now;
  AllocationState state;
  OfferBook book;
  private final List<Change> changes = new ArrayList<>();
  private final Set<UUID> mayDrain = new LinkedHashSet<>();

  Turn(AllocationState state, OfferBook book, Instant now) {
    this.state = state;
    this.book = book;
    this.now = now;
  }

  void note(Change change) {
    changes.add(change);
  }

  void freed(UUID agentId) {
    mayDrain.add(agentId);
  }

  void offer(Offer offer, String reason, List<UUID> candidates) {
    book = book.with(offer);
    changes.add(new Change.Offered(offer, reason, candidates));
  }

  void end(Offer ended, String reason) {
    book = book.with(ended);
    changes.add(new Change.OfferEnded(ended, reason));
    freed(ended.agentId());
  }

  void withdraw(Offer offer, String reason) {
    end(offer.end(pending -> pending.withdraw(now)), reason);
  }

  void withdrawAll(String reason) {
    book.pending().forEach(offer -> withdraw(offer, reason));
  }

  void expireOverdue() {
    book.pending().stream()
        .filter(offer -> offer.overdue(now))
        .forEach(offer -> end(offer.end(pending -> pending.expire(now)), "no-answer"));
  }

  /**
   * Nobody keeps an offer who may not be asked any more: away, deactivated, or removed from the
   * list.
   */
  void withdrawFromUnavailable(Team team) {
    for (Offer offer : book.pending()) {
      String why =
          team.member(offer.agentId())
              .map(member -> member.available() ? "" : member.availability().label())
              .orElse("removed-from-department");
      if (!why.isEmpty()) {
        withdraw(offer, why);
      }
    }
  }

  Decision decision(@Nullable Instant nextDue) {
    return new Decision(state, book, List.copyOf(changes), nextDue, Set.copyOf(mayDrain));
  }
}
