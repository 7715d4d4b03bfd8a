package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * One person asked to take one conversation.
 *
 * @param round which pass through the list, from 1
 * @param position place of the person in the list when asked; the ring goes on from there even if
 *     the person was removed since
 */
public record Offer(
    UUID id,
    UUID agentId,
    UUID departmentId,
    int round,
    int position,
    Instant madeAt,
    Instant expiresAt,
    OfferState state) {
  /** Whether it still waits for an answer. */
  public boolean pending() {
    return state instanceof OfferState.Pending;
  }

  /** Whether its time is over. */
  public boolean overdue(Instant now) {
    return !expiresAt.isAfter(now);
  }

  Offer end(Function<OfferState.Pending, OfferState> how) {
    if (state instanceof OfferState.Pending pending) {
      return new Offer(
          id, agentId, departmentId, round, position, madeAt, expiresAt, how.apply(pending));
    }
    throw new IllegalStateException("the offer is already " + state.label());
  }
}
