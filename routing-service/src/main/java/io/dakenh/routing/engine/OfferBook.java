package io.dakenh.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The offers of one conversation that still matter: all pending ones and the latest of each person,
 * oldest first.
 */
public record OfferBook(List<Offer> offers) {
  private static final Comparator<Offer> OLDEST_FIRST =
      Comparator.comparing(Offer::madeAt).thenComparing(Offer::id);

  /** Sorts and copies. */
  public OfferBook {
    offers = offers.stream().sorted(OLDEST_FIRST).toList();
  }

  /** No offer was made yet. */
  public static OfferBook empty() {
    return new OfferBook(List.of());
  }

  /** Offers waiting for an answer. */
  public List<Offer> pending() {
    return offers.stream().filter(Offer::pending).toList();
  }

  /** The offer with this id. */
  public Optional<Offer> find(UUID offerId) {
    return offers.stream().filter(offer -> offer.id().equals(offerId)).findFirst();
  }

  /** The person's latest offer. */
  public Optional<Offer> latestOf(UUID agentId) {
    return offers.reversed().stream().filter(offer -> offer.agentId().equals(agentId)).findFirst();
  }

  /** The offer made last, whoever got it: the ring goes on behind it. */
  public Optional<Offer> last() {
    return offers.isEmpty() ? Optional.empty() : Optional.of(offers.getLast());
  }

  /** Whether the person had a chance in this round. One who was away before answering had none. */
  boolean tried(UUID agentId, int round) {
    return latestOf(agentId)
        .filter(offer -> offer.round() == round)
        .filter(offer -> !(offer.state() instanceof OfferState.Withdrawn))
        .isPresent();
  }

  /**
   * Until when the person is left alone: who declined is not asked again before one pass-on time
   * went by. Without this, the last one left would be asked again at every "no".
   */
  Instant restsUntil(UUID agentId, Duration passOn) {
    return latestOf(agentId)
        .map(Offer::state)
        .filter(OfferState.Declined.class::isInstance)
        .map(OfferState.Declined.class::cast)
        .map(declined -> declined.at().plus(passOn))
        .orElse(Instant.MIN);
  }

  OfferBook with(Offer changed) {
    List<Offer> next = new ArrayList<>(offers);
    next.removeIf(offer -> offer.id().equals(changed.id()));
    next.add(changed);
    return new OfferBook(next);
  }
}
