package io.dakenh.routing.engine;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing a decision did. Each becomes a step of the timeline, and most become an event. */
public sealed interface Change {
  /** Offers begin in a department. */
  record Started(UUID departmentId) implements Change {}

  /** The department is gone and no other takes over for now. */
  record Parked() implements Change {}

  /** The list was exhausted; a new pass begins. */
  record RoundStarted(int round) implements Change {}

  /**
   * A person was asked.
   *
   * @param candidates among whom the choice was made, in ring order; kept so that a draw can be
   *     explained
   */
  record Offered(Offer offer, String reason, List<UUID> candidates) implements Change {}

  /**
   * The visitor asked for someone who cannot be asked now, so the department's order begins at
   * once.
   *
   * @param reason why not: the person's availability, or {@code not-in-department}
   */
  record WantedUnavailable(UUID departmentId, UUID agentId, String reason) implements Change {}

  /** Somebody handed the conversation on: its allocation begins anew. */
  record HandedOn(@Nullable UUID departmentId, UUID byId) implements Change {}

  /** Whoever had the conversation went away without a word: its allocation begins anew. */
  record TakenBack(@Nullable UUID departmentId, UUID agentId) implements Change {}

  /** The conversation goes on that was over: its allocation begins anew. */
  record Reopened(@Nullable UUID departmentId, String by) implements Change {}

  /** An owner wanted everyone to be asked again. */
  record RoutedAgain(UUID byId) implements Change {}

  /** An offer ended. */
  record OfferEnded(Offer offer, String reason) implements Change {}

  /** The conversation went to the queue. */
  record WentToQueue(UUID departmentId, QueueReason reason) implements Change {}

  /** Someone joined. */
  record Joined(UUID departmentId, AllocationState.Winner winner) implements Change {}

  /** The conversation ended. */
  record Ended() implements Change {}
}
