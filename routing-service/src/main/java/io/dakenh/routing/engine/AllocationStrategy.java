package io.dakenh.routing.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/** Whom to ask next. */
interface AllocationStrategy {
  /**
   * Chooses among those who may be asked.
   *
   * @param ready in ring order, not yet asked in this round
   * @param pending how many offers stand already
   */
  List<Member> choose(List<Member> ready, int pending, RandomGenerator random);

  /**
   * Whether an offer ends after the pass-on time; otherwise it stands until the total time is over.
   */
  boolean passesOn();

  /** Why the chosen ones were chosen, for the timeline. */
  String reason();

  /** The strategy of a mode. */
  static AllocationStrategy of(AllocationMode mode) {
    return switch (mode) {
      case SEQUENTIAL -> new Sequential();
      case ALL -> new Everyone();
      case RANDOM -> new Draw();
    };
  }

  /** Next in the ring, once nobody is being asked. */
  record Sequential() implements AllocationStrategy {
    @Override
    public List<Member> choose(List<Member> ready, int pending, RandomGenerator random) {
      return pending > 0 || ready.isEmpty() ? List.of() : List.of(ready.getFirst());
    }

    @Override
    public boolean passesOn() {
      return true;
    }

    @Override
    public String reason() {
      return "next-in-order";
    }
  }

  /** Everyone who is there. */
  record Everyone() implements AllocationStrategy {
    @Override
    public List<Member> choose(List<Member> ready, int pending, RandomGenerator random) {
      return ready;
    }

    @Override
    public boolean passesOn() {
      return false;
    }

    @Override
    public String reason() {
      return "everyone";
    }
  }

  /** One drawn at random, each with the same chance, once nobody is being asked. */
  record Draw() implements AllocationStrategy {
    @Override
    public List<Member> choose(List<Member> ready, int pending, RandomGenerator random) {
      return pending > 0 || ready.isEmpty()
          ? List.of()
          : List.of(ready.get(random.nextInt(ready.size())));
    }

    @Override
    public boolean passesOn() {
      return true;
    }

    @Override
    public String reason() {
      return "drawn-at-random";
    }
  }
}
