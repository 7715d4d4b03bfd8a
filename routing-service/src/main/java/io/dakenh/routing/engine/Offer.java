package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * One person asked to take one conversation.
 *
 * @param round which pass through the list, from 1
 * @param position place of the person in the list when asked; the ring goes on from there even if
 *     the person was removed since; {@link #BEFORE_THE_RING} for whom the visitor asked for
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
  /** Position of an offer that was made before the department's own order began. */
  static final int BEFORE_THE_RING = -1;

  /** Whether the person was asked because the visitor wanted them. */
  public boolean wanted() {
    return position == BEFORE_THE_RING;
  }

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
