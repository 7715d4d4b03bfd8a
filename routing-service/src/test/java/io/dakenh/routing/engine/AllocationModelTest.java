package io.dakenh.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.AllocationState.Closed;
import io.dakenh.routing.engine.AllocationState.Offering;
import io.dakenh.routing.engine.AllocationState.Open;
import io.dakenh.routing.engine.AllocationState.Queued;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Drives one conversation through random histories (answers, presence, changed lists and modes,
 * lost and repeated timers) and compares each step with the rules written down a second time, as
 * simply as possible.
 */
class AllocationModelTest {
  private static final String[] NAMES = {"A", "B", "C", "D", "E"};
  private static final int STEPS = 120;

  @Property(tries = 600)
  @Rows(part = {"DEP-2", "DEP-7"})
  void keepsEveryPromiseInSequentialMode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
    new Run(AllocationMode.SEQUENTIAL, seed, people, false).play();
  }

  @Property(tries = 400)
  @Rows(part = {"DEP-3", "DEP-7"})
  void keepsEveryPromiseWhenEveryoneIsAsked(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
    new Run(AllocationMode.ALL, seed, people, false).play();
  }

  @Property(tries = 400)
  @Rows(part = {"DEP-4", "DEP-7"})
  void keepsEveryPromiseInRandomMode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
    new Run(AllocationMode.RANDOM, seed, people, false).play();
  }

  @Property(tries = 400)
  @Rows(part = "DEP-7")
  void keepsEveryPromiseWhenTheOwnerChangesEverythingMeanwhile(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people) {
    new Run(AllocationMode.SEQUENTIAL, seed, people, true).play();
  }

  @Property(tries = 600)
  @Rows(part = "WIN-10")
  void asksWhomTheVisitorWantsFirstAndThenAsAlways(
      @ForAll AllocationMode mode,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int people) {
    Run run = new Run(mode, seed, people, false);
    run.desk.wanted = NAMES[new Random(seed).nextInt(NAMES.length)];
    run.play();
  }

  @Property(tries = 800)
  @Rows(part = {"DEP-7", "DEP-9"})
  void asksWhoHandedItOnOnlyWhenNobodyElseCanBe(
      @ForAll AllocationMode mode,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int people) {
    Run run = new Run(mode, seed, people, false);
    run.desk.avoided = NAMES[new Random(seed).nextInt(NAMES.length)];
    run.play();
  }

  @Property(tries = 800)
  @Rows(part = "DEP-10")
  void asksNobodyOutsideTheHoursAndForgetsNobodyWhoWaits(
      @ForAll AllocationMode mode,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int people) {
    Run run = new Run(mode, seed, people, false);
    run.hours = true;
    run.play();
  }

  private static final class Run {
    private final Random dice;
    private final Desk desk;
    private final boolean ownerChanges;
    private final Set<UUID> winners = new HashSet<>();
    private boolean hours;

    Run(AllocationMode mode, long seed, int people, boolean ownerChanges) {
      this.dice = new Random(seed);
      this.ownerChanges = ownerChanges;
      this.desk = new Desk(mode, seed, List.of(NAMES).subList(0, people).toArray(String[]::new));
      for (String name : desk.list) {
        desk.is(name, anyAvailability());
      }
    }

    void play() {
      review();
      for (int i = 0; i < STEPS; i++) {
        step();
      }
    }

    private void step() {
      if (hours && dice.nextInt(12) == 0) {
        desk.open = !desk.open;
        review();
      }
      if (dice.nextInt(10) == 0) {
        desk.crash();
        if (dice.nextBoolean()) {
          review();
        }
      }
      if (dice.nextInt(60) == 0 && desk.state instanceof Open && desk.departmentId != null) {
        routeAgain();
      }
      switch (dice.nextInt(ownerChanges ? 14 : 10)) {
        case 0, 1, 2 -> time(Duration.ofMillis(dice.nextInt(25_000)));
        case 3, 4 -> {
          desk.is(NAMES[dice.nextInt(NAMES.length)], anyAvailability());
          review();
        }
        case 5 -> review();
        case 6, 7 -> decline();
        case 8 -> drain();
        case 9 -> rarely(dice.nextBoolean() ? this::accept : this::take);
        case 10 -> {
          desk.mode = AllocationMode.values()[dice.nextInt(3)];
          review();
        }
        case 11 -> {
          shuffleList();
          review();
        }
        case 12 -> {
          desk.departmentId = dice.nextInt(4) == 0 ? null : new UUID(7, dice.nextInt(2));
          review();
        }
        default -> rarely(this::close);
      }
    }

    /**
     * Some histories lose timers for a while, as when every replica is down: what is due is then
     * done late, but done.
     */
    private void time(Duration duration) {
      if (dice.nextInt(5) == 0) {
        desk.now = desk.now.plus(duration);
        review();
        return;
      }
      java.time.Instant end = desk.now.plus(duration);
      while (desk.nextDue != null && !desk.nextDue.isAfter(end)) {
        if (desk.nextDue.isAfter(desk.now)) {
          desk.now = desk.nextDue;
        }
        review();
      }
      desk.now = end;
    }

    private void review() {
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      List<String> expected = expectedNext(was, had);
      Decision decision = desk.review();
      check(was, had);
      forgetsNobody(decision);
      if (expected != null) {
        assertThat(newlyAsked(had)).as("ring order").isEqualTo(expected);
      }
      Decision again = desk.review();
      assertThat(again.changes()).as("a second look finds nothing to do").isEmpty();
    }

    private void routeAgain() {
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      desk.routeAgain();
      check(was, had);
      if (desk.state instanceof Offering offering) {
        assertThat(offering.totalDeadline())
            .as("the whole total time again")
            .isEqualTo(desk.now.plus(Desk.TOTAL));
      }
    }

    /** In time, someone who can be asked is being asked; later, everyone there may hear of it. */
    private void forgetsNobody(Decision decision) {
      if (!(desk.state instanceof Queued queued)) {
        return;
      }
      List<String> there = desk.list.stream().filter(desk::mayBeAsked).toList();
      if (desk.now.isBefore(queued.totalDeadline())) {
        assertThat(there).as("asked as long as there is time").isEmpty();
      }
      there.stream()
          .filter(
              name ->
                  desk.book
                      .latestOf(Desk.id(name))
                      .map(last -> !last.pending() && last.madeAt().isBefore(desk.since(name)))
                      .orElse(true))
          .forEach(name -> assertThat(decision.mayDrain()).contains(Desk.id(name)));
    }

    private void decline() {
      if (desk.asked().isEmpty() || !(desk.state instanceof Open)) {
        return;
      }
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      desk.decline(desk.asked().get(dice.nextInt(desk.asked().size())));
      check(was, had);
    }

    private void accept() {
      if (desk.book.offers().isEmpty()) {
        return;
      }
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      Offer offer = had.offers().get(dice.nextInt(had.offers().size()));
      Claim claim = desk.accept(offer);
      boolean could = was instanceof Open && offer.pending() && !offer.overdue(desk.now);
      assertThat(claim instanceof Claim.Won).isEqualTo(could);
      check(was, had);
    }

    private void take() {
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      String name = NAMES[dice.nextInt(NAMES.length)];
      Claim claim = desk.take(name, false);
      if (claim instanceof Claim.Won) {
        boolean own =
            had.pending().stream()
                .anyMatch(o -> o.agentId().equals(Desk.id(name)) && !o.overdue(desk.now));
        assertThat(was instanceof Queued || own).isTrue();
      }
      check(was, had);
    }

    private void drain() {
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      desk.drain(NAMES[dice.nextInt(NAMES.length)]);
      check(was, had);
    }

    private void close() {
      AllocationState was = desk.state;
      OfferBook had = desk.book;
      desk.close();
      check(was, had);
    }

    private void rarely(Runnable what) {
      if (dice.nextInt(6) == 0) {
        what.run();
      }
    }

    private void shuffleList() {
      List<String> all = new ArrayList<>(List.of(NAMES));
      java.util.Collections.shuffle(all, dice);
      desk.list = new ArrayList<>(all.subList(0, dice.nextInt(NAMES.length + 1)));
    }

    private Availability anyAvailability() {
      return dice.nextInt(3) < 2
          ? Availability.ONLINE
          : Availability.values()[dice.nextInt(Availability.values().length)];
    }

    private List<String> newlyAsked(OfferBook had) {
      return desk.book.offers().stream()
          .filter(offer -> had.find(offer.id()).isEmpty())
          .map(offer -> Desk.name(offer.agentId()))
          .toList();
    }

    /** What must hold after every step, whatever the step was. */
    private void check(AllocationState was, OfferBook had) {
      assertThat(desk.asked()).as("nobody is asked twice at a time").doesNotHaveDuplicates();
      if (desk.book.pending().stream().anyMatch(Offer::wanted)) {
        assertThat(desk.asked()).as("nobody beside whom the visitor wants").hasSize(1);
      }
      assertThat(desk.book.offers().stream().filter(Offer::wanted).toList())
          .as("asked out of order once at most, and only for the visitor's sake")
          .hasSizeLessThanOrEqualTo(desk.wanted == null ? 0 : 1)
          .allSatisfy(o -> assertThat(Desk.name(o.agentId())).isEqualTo(desk.wanted));
      newlyAsked(had)
          .forEach(name -> assertThat(desk.mayBeAsked(name)).as(name + " may be asked").isTrue());
      for (Change change : desk.changes) {
        if (change instanceof Change.OfferEnded(Offer ended, String reason)
            && ended.state() instanceof OfferState.Expired) {
          assertThat(desk.now).as("never early").isAfterOrEqualTo(ended.expiresAt());
        }
      }
      switch (desk.state) {
        case Allocated allocated -> {
          assertThat(desk.asked()).isEmpty();
          assertThat(desk.nextDue).isNull();
          winners.add(allocated.winner().agentId());
          assertThat(winners).as("one winner").hasSize(1);
        }
        case Closed closed -> {
          assertThat(desk.asked()).isEmpty();
          assertThat(desk.nextDue).isNull();
        }
        case Offering offering -> {
          assertThat(desk.open).as("nobody is asked outside the hours").isTrue();
          assertThat(desk.nextDue).as("nobody is forgotten").isNotNull();
          assertThat(desk.nextDue).isBeforeOrEqualTo(offering.totalDeadline());
          desk.book
              .pending()
              .forEach(
                  offer -> {
                    assertThat(desk.nextDue).isBeforeOrEqualTo(offer.expiresAt());
                    if (had.find(offer.id()).isEmpty()) {
                      assertThat(offer.expiresAt()).isBeforeOrEqualTo(offering.totalDeadline());
                    }
                  });
        }
        case Queued queued ->
            desk.book
                .pending()
                .forEach(offer -> assertThat(desk.nextDue).isBeforeOrEqualTo(offer.expiresAt()));
        case AllocationState.Waiting waiting -> assertThat(desk.asked()).isEmpty();
      }
      if (!ownerChanges && desk.mode != AllocationMode.ALL) {
        assertThat(desk.asked()).as("one at a time").hasSizeLessThanOrEqualTo(1);
      }
      if (was instanceof Allocated && !(desk.state instanceof Closed)) {
        assertThat(desk.state).as("what is taken stays taken").isEqualTo(was);
      }
    }

    /**
     * The reference model of the ring: whom a review must ask, or null where this model has nothing
     * to say (random draws, changed departments, the queue).
     */
    private @Nullable List<String> expectedNext(AllocationState was, OfferBook had) {
      if (!desk.open) {
        return List.of();
      }
      boolean beginning = was instanceof AllocationState.Waiting && desk.departmentId != null;
      if (!ownerChanges
          && desk.wanted != null
          && desk.mayBeAsked(desk.wanted)
          && had.offers().isEmpty()
          && (beginning || inTime(was))) {
        return List.of(desk.wanted);
      }
      if (ownerChanges || desk.mode == AllocationMode.RANDOM) {
        return null;
      }
      if (!(was instanceof Offering offering) || !desk.now.isBefore(offering.totalDeadline())) {
        return null;
      }
      List<String> stillAsked =
          had.pending().stream()
              .filter(o -> !o.overdue(desk.now))
              .map(o -> Desk.name(o.agentId()))
              .filter(desk::keepsAnOffer)
              .toList();
      boolean wantedStillAsked =
          had.pending().stream().anyMatch(o -> o.wanted() && !o.overdue(desk.now))
              && stillAsked.contains(desk.wanted);
      if (wantedStillAsked || (desk.mode == AllocationMode.SEQUENTIAL && !stillAsked.isEmpty())) {
        return List.of();
      }
      List<String> untried = new ArrayList<>();
      List<String> tried = new ArrayList<>();
      int size = desk.list.size();
      int start =
          had.offers().isEmpty() || had.offers().getLast().wanted()
              ? 0
              : desk.list.indexOf(Desk.name(had.offers().getLast().agentId())) + 1;
      for (int i = 0; i < size; i++) {
        String name = desk.list.get((start + i) % size);
        if (desk.mayBeAsked(name)) {
          (hadAChance(had, name, offering.round()) ? tried : untried).add(name);
        }
      }
      List<String> ready;
      if (!untried.isEmpty()) {
        ready = untried.stream().filter(name -> rested(had, name)).toList();
      } else if (stillAsked.isEmpty()) {
        ready = tried.stream().filter(name -> rested(had, name)).toList();
      } else {
        ready = List.of();
      }
      return desk.mode == AllocationMode.ALL || ready.isEmpty() ? ready : ready.subList(0, 1);
    }

    private boolean inTime(AllocationState was) {
      return switch (was) {
        case Offering offering -> desk.now.isBefore(offering.totalDeadline());
        case Queued queued -> desk.now.isBefore(queued.totalDeadline());
        default -> false;
      };
    }

    /** An offer standing now that must be withdrawn in this very step is no chance had. */
    private boolean hadAChance(OfferBook had, String name, int round) {
      return had.latestOf(Desk.id(name))
          .filter(o -> o.round() == round)
          .filter(o -> !o.state().label().equals("withdrawn"))
          .isPresent();
    }

    private boolean rested(OfferBook had, String name) {
      return had.latestOf(Desk.id(name))
          .map(Offer::state)
          .map(
              state ->
                  !(state instanceof OfferState.Declined declined)
                      || !declined.at().plus(Desk.PASS_ON).isAfter(desk.now))
          .orElse(true);
    }
  }
}
