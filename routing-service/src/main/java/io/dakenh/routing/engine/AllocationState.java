package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the allocation of one conversation stands. The methods of each state are the only ways out
 * of it.
 */
public sealed interface AllocationState {
  /** Name in the database. */
  String label();

  /** Not yet with an agent, and not over. */
  sealed interface Open extends AllocationState {
    /** Rounds made so far; the first is 1. */
    int round();

    /** A person joins. */
    default Allocated allocate(Winner winner) {
      throw new IllegalStateException("a conversation that is " + label() + " cannot be taken");
    }

    /** The conversation ends before anyone joined. */
    default Closed close(Instant at) {
      return new Closed(at, null);
    }

    /**
     * Offers begin in a department. Rounds go on counting, so an offer of an earlier department
     * never looks like one of this round.
     */
    default Offering start(Team team, Instant now) {
      return new Offering(team.departmentId(), round() + 1, now.plus(team.total()));
    }
  }

  /** Who joined, how and when. */
  record Winner(UUID agentId, String name, String cause, Instant at) {
    /** By accepting an offer. */
    public static final String BY_OFFER = "offer";

    /** By taking it from the queue. */
    public static final String BY_TAKING = "taken";

    /** Because an owner said so. */
    public static final String BY_OWNER = "assigned";

    /** By answering a call of it. */
    public static final String BY_CALL = "call";

    /** By reopening it. */
    public static final String BY_REOPENING = "reopened";
  }

  /** Its department is not known (yet); it starts as soon as it is. */
  record Waiting(int round) implements Open {
    @Override
    public String label() {
      return "waiting";
    }
  }

  /** People are being asked. */
  record Offering(UUID departmentId, int round, Instant totalDeadline) implements Open {
    @Override
    public String label() {
      return "offering";
    }

    @Override
    public Allocated allocate(Winner winner) {
      return new Allocated(departmentId, winner);
    }

    Offering nextRound() {
      return new Offering(departmentId, round + 1, totalDeadline);
    }

    Queued queue(QueueReason reason, Instant now) {
      return new Queued(departmentId, round, totalDeadline, reason, now);
    }

    Waiting park() {
      return new Waiting(round);
    }
  }

  /** Waits in the department's queue: anyone of it may take it, and who comes online is asked. */
  record Queued(
      UUID departmentId, int round, Instant totalDeadline, QueueReason reason, Instant since)
      implements Open {
    @Override
    public String label() {
      return "queued";
    }

    @Override
    public Allocated allocate(Winner winner) {
      return new Allocated(departmentId, winner);
    }

    Offering resume() {
      return new Offering(departmentId, round, totalDeadline);
    }

    Waiting park() {
      return new Waiting(round);
    }
  }

  /** Someone joined. */
  record Allocated(UUID departmentId, Winner winner) implements AllocationState {
    @Override
    public String label() {
      return "allocated";
    }

    Closed close(Instant at) {
      return new Closed(at, winner);
    }
  }

  /** The conversation is over. */
  record Closed(Instant at, @Nullable Winner winner) implements AllocationState {
    @Override
    public String label() {
      return "closed";
    }
  }
}
