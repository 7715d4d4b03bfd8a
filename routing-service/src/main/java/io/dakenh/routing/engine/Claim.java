package io.dakenh.routing.engine;

/** Answer to a person who wants a conversation. */
public sealed interface Claim {
  /** It is theirs. */
  record Won(Decision decision) implements Claim {}

  /** It was theirs already: the same answer again. */
  record AlreadyTheirs() implements Claim {}

  /** Someone was first. */
  record Lost(AllocationState.Winner winner) implements Claim {}

  /** The person has as many conversations as they may. */
  record AtCapacity() implements Claim {}

  /** The offer's time is over, or the ring went on. */
  record TooLate() implements Claim {}

  /** The offer ended in another way: declined before, or withdrawn. */
  record OfferOver(OfferState state) implements Claim {}

  /** The conversation is not to be had now: not in the queue, or over. */
  record NotWaiting() implements Claim {}
}
