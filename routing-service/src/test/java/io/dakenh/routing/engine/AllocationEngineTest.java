package io.dakenh.routing.engine;

import static io.dakenh.routing.engine.Availability.AWAY;
import static io.dakenh.routing.engine.Availability.OFFLINE;
import static io.dakenh.routing.engine.Availability.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.AllocationState.Offering;
import io.dakenh.routing.engine.AllocationState.Queued;
import io.dakenh.routing.engine.AllocationState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationEngineTest {
  private static final Duration PASS_ON = Desk.PASS_ON;

  private static Desk sequential(String... list) {
    Desk desk = new Desk(AllocationMode.SEQUENTIAL, 1, list);
    desk.review();
    return desk;
  }

  private static Desk all(String... list) {
    Desk desk = new Desk(AllocationMode.ALL, 1, list);
    desk.review();
    return desk;
  }

  @Test
  @Rows(part = {"DEP-2", "DEP-5"})
  void asksOneAfterTheOtherInListOrder() {
    Desk desk = sequential("A", "B", "C");
    List<String> order = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      order.addAll(desk.asked());
      desk.pass(PASS_ON);
    }

    assertThat(order).containsExactly("A", "B", "C", "A", "B");
    assertThat(((Offering) desk.state).round()).isEqualTo(2);
  }

  @Test
  @Rows(part = "DEP-2")
  void neverExpiresAnOfferEarly() {
    Desk desk = sequential("A", "B");

    desk.pass(PASS_ON.minusMillis(1));
    desk.review();
    assertThat(desk.asked()).containsExactly("A");
    desk.pass(Duration.ofMillis(1));

    assertThat(desk.asked()).containsExactly("B");
  }

  @Test
  @Rows(part = "DEP-7")
  void passesOnAtOnceAfterADecline() {
    Desk desk = sequential("A", "B");

    desk.decline("A");

    assertThat(desk.asked()).containsExactly("B");
    assertThat(desk.pendingOf("B").madeAt()).isEqualTo(desk.now);
  }

  @Test
  void leavesWhoDeclinedAloneForOnePassOnTime() {
    Desk desk = sequential("A");

    desk.decline("A");

    assertThat(desk.asked()).isEmpty();
    desk.pass(PASS_ON.minusMillis(1));
    assertThat(desk.asked()).isEmpty();
    desk.pass(Duration.ofMillis(1));
    assertThat(desk.asked()).containsExactly("A");
    assertThat(desk.pendingOf("A").round()).isEqualTo(2);
  }

  @Test
  @Rows(part = "DEP-7")
  void takesIntoTheRingWhoComesOnline() {
    Desk desk = new Desk(AllocationMode.SEQUENTIAL, 1, "A", "B", "C");
    desk.is("B", OFFLINE);
    desk.review();
    desk.is("B", ONLINE);
    desk.review();

    assertThat(desk.asked()).containsExactly("A");
    desk.pass(PASS_ON);

    assertThat(desk.asked()).containsExactly("B");
  }

  @Test
  void passesOnAtOnceWhenTheOneAskedGoesAwayAndKeepsTheirPlaceInTheRound() {
    Desk desk = sequential("A", "B", "C");

    desk.is("A", AWAY);
    desk.review();
    assertThat(desk.asked()).containsExactly("B");
    desk.is("A", ONLINE);
    desk.pass(PASS_ON);
    assertThat(desk.asked()).containsExactly("C");
    desk.pass(PASS_ON);

    assertThat(desk.asked()).containsExactly("A");
    assertThat(desk.pendingOf("A").round()).isEqualTo(1);
  }

  @Test
  void goesOnWithWhoMovedUpWhenTheOneAskedLastIsRemoved() {
    Desk desk = sequential("A", "B", "C", "D");
    desk.pass(PASS_ON);

    desk.list.remove("B");
    desk.review();

    assertThat(desk.asked()).containsExactly("C");
  }

  @Test
  @Rows(part = "DEP-3")
  void asksEveryoneAtTheSameMomentUntilTheTotalTimeIsOver() {
    Desk desk = all("A", "B", "C");

    assertThat(desk.asked()).containsExactly("A", "B", "C");
    assertThat(desk.book.pending())
        .allSatisfy(offer -> assertThat(offer.expiresAt()).isEqualTo(desk.now.plus(Desk.TOTAL)));
  }

  @Test
  @Rows(part = "DEP-3")
  void withdrawsTheOthersOffersWhenOneJoins() {
    Desk desk = all("A", "B", "C");
    Offer ofA = desk.pendingOf("A");

    Claim claim = desk.accept("B");

    assertThat(claim).isInstanceOf(Claim.Won.class);
    assertThat(desk.book.offers())
        .extracting(offer -> Desk.name(offer.agentId()) + offer.state().label())
        .containsExactly("Awithdrawn", "Baccepted", "Cwithdrawn");
    assertThat(desk.accept(ofA)).isEqualTo(new Claim.Lost(((Allocated) desk.state).winner()));
  }

  @Test
  void givesTheWinnerTheSameAnswerAgain() {
    Desk desk = all("A", "B");
    Offer ofA = desk.pendingOf("A");
    desk.accept(ofA);

    assertThat(desk.accept(ofA)).isEqualTo(new Claim.AlreadyTheirs());
  }

  @Test
  void refusesAnAcceptAtTheVeryEndOfTheOffer() {
    Desk desk = sequential("A", "B");
    Offer ofA = desk.pendingOf("A");
    desk.now = ofA.expiresAt();

    assertThat(desk.accept(ofA)).isEqualTo(new Claim.TooLate());
  }

  @Test
  @Rows(part = {"DEP-5", "DEP-7"})
  void queuesWhenTheTotalTimeIsOverAndAsksAgainWhoeverComesOnline() {
    Desk desk = sequential("A", "B");

    desk.pass(Desk.TOTAL);
    assertThat(desk.state).isInstanceOf(Queued.class);
    assertThat(((Queued) desk.state).reason()).isEqualTo(QueueReason.TOTAL_TIME_OVER);
    assertThat(desk.asked()).isEmpty();
    assertThat(desk.nextDue).isNull();
    desk.drain("A");
    assertThat(desk.asked()).as("asked before, and still there since").isEmpty();
    desk.is("A", OFFLINE);
    desk.review();
    desk.pass(Duration.ofMinutes(3));
    desk.is("A", ONLINE);
    desk.drain("A");

    assertThat(desk.asked()).containsExactly("A");
    assertThat(desk.pendingOf("A").expiresAt()).isEqualTo(desk.now.plus(PASS_ON));
  }

  @Test
  void endsTheLastOfferWithTheTotalTime() {
    Desk desk = new Desk(AllocationMode.SEQUENTIAL, 1, "A", "B");
    desk.passOn = Duration.ofSeconds(200);
    desk.review();
    desk.pass(Duration.ofSeconds(200));

    assertThat(desk.pendingOf("B").expiresAt()).isEqualTo(desk.now.plusSeconds(100));
  }

  @Test
  @Rows(part = "DEP-7")
  void resumesWhenSomeoneComesOnlineWhileTimeRemains() {
    Desk desk = new Desk(AllocationMode.SEQUENTIAL, 1, "A");
    desk.is("A", OFFLINE);
    desk.review();
    assertThat(((Queued) desk.state).reason()).isEqualTo(QueueReason.NOBODY_ONLINE);
    desk.pass(Duration.ofSeconds(100));

    desk.is("A", ONLINE);
    desk.review();

    assertThat(desk.state).isInstanceOf(Offering.class);
    assertThat(desk.asked()).containsExactly("A");
  }

  @Test
  @Rows(part = "DEP-7")
  void letsAnyoneTakeFromTheQueueButOnlyTheOwnerBeforeThat() {
    Desk desk = sequential("A", "B");

    assertThat(desk.take("B", false)).isEqualTo(new Claim.NotWaiting());
    desk.pass(Desk.TOTAL);
    assertThat(desk.take("B", false)).isInstanceOf(Claim.Won.class);
    assertThat(desk.take("A", false)).isInstanceOf(Claim.Lost.class);

    Desk other = sequential("A", "B");
    assertThat(other.take("O", true)).isInstanceOf(Claim.Won.class);
    assertThat(((Allocated) other.state).winner().cause()).isEqualTo("taken");
  }

  @Test
  @Rows(part = "DEP-6")
  void movesToTheSuccessorAndStartsThereAnew() {
    Desk desk = sequential("A", "B");
    UUID successor = UUID.randomUUID();
    desk.pass(Duration.ofSeconds(100));

    desk.departmentId = successor;
    desk.review();

    assertThat(desk.state)
        .isInstanceOfSatisfying(
            Offering.class,
            offering -> {
              assertThat(offering.departmentId()).isEqualTo(successor);
              assertThat(offering.totalDeadline()).isEqualTo(desk.now.plus(Desk.TOTAL));
            });
    assertThat(desk.asked()).containsExactly("A");
  }

  @Test
  void waitsForADepartmentWhenThereIsNone() {
    Desk desk = sequential("A");

    desk.departmentId = null;
    desk.review();

    assertThat(desk.state).isInstanceOf(Waiting.class);
    assertThat(desk.asked()).isEmpty();
    desk.departmentId = UUID.randomUUID();
    desk.review();
    assertThat(desk.asked()).containsExactly("A");
  }

  @Test
  void changesNothingWhenNothingIsDue() {
    Desk desk = sequential("A", "B");

    Decision again = desk.review();

    assertThat(again.changes()).isEmpty();
  }

  @Test
  @Rows(part = "DEP-4")
  void drawsUniformlyAmongThoseNotYetTried() {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> second = new HashMap<>();
    int draws = 12_000;

    for (int seed = 0; seed < draws; seed++) {
      Desk desk = new Desk(AllocationMode.RANDOM, seed * 7919L, "A", "B", "C", "D");
      desk.is("D", AWAY);
      desk.review();
      String drawn = desk.asked().getFirst();
      first.merge(drawn, 1, Integer::sum);
      desk.pass(PASS_ON);
      if (drawn.equals("A")) {
        second.merge(desk.asked().getFirst(), 1, Integer::sum);
      }
    }

    // Chi-square with 2 degrees of freedom stays below 13.8 in 999 of 1,000 fair runs; the seeds
    // are fixed.
    assertThat(first).containsOnlyKeys("A", "B", "C");
    assertThat(chiSquare(first)).isLessThan(13.8);
    assertThat(second).containsOnlyKeys("B", "C");
    assertThat(chiSquare(second)).isLessThan(10.8);
  }

  @Test
  @Rows(part = "DEP-11")
  void keepsAmongWhomADrawWasMade() {
    Desk desk = new Desk(AllocationMode.RANDOM, 3, "A", "B", "C");

    desk.review();

    assertThat(desk.changes)
        .filteredOn(Change.Offered.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Offered.class,
            offered -> {
              assertThat(offered.reason()).isEqualTo("drawn-at-random");
              assertThat(offered.candidates())
                  .containsExactly(Desk.id("A"), Desk.id("B"), Desk.id("C"));
            });
  }

  @Test
  void refusesEveryStepOutOfAFinalOfferState() {
    Instant at = Instant.EPOCH;
    for (OfferState over :
        List.of(
            new OfferState.Accepted(at),
            new OfferState.Declined(at),
            new OfferState.Expired(at),
            new OfferState.Withdrawn(at))) {
      Offer offer =
          new Offer(UUID.randomUUID(), Desk.id("A"), UUID.randomUUID(), 1, 0, at, at, over);

      assertThatThrownBy(() -> offer.end(pending -> pending.accept(at)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(over.label());
    }
  }

  @Test
  void cannotBeTakenWhileNoDepartmentIsKnown() {
    assertThatThrownBy(
            () ->
                new Waiting(0)
                    .allocate(
                        new AllocationState.Winner(Desk.id("A"), "A", "taken", Instant.EPOCH)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static double chiSquare(Map<String, Integer> counts) {
    double expected = counts.values().stream().mapToInt(i -> i).sum() / (double) counts.size();
    return counts.values().stream()
        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
        .sum();
  }

  private static Desk wanting(AllocationMode mode, String wanted) {
    Desk desk = new Desk(mode, 1, "A", "B", "C");
    desk.wanted = wanted;
    return desk;
  }

  @Test
  @Rows(part = "WIN-10")
  void asksWhomTheVisitorWantsBeforeEveryoneElse() {
    for (AllocationMode mode : AllocationMode.values()) {
      Desk desk = wanting(mode, "C");

      desk.review();

      assertThat(desk.asked()).as(mode.name()).containsExactly("C");
      assertThat(desk.pendingOf("C").expiresAt()).isEqualTo(desk.now.plus(PASS_ON));
      assertThat(desk.changes)
          .filteredOn(Change.Offered.class::isInstance)
          .extracting(change -> ((Change.Offered) change).reason())
          .containsExactly("wanted-by-visitor");
      assertThat(desk.nextDue).isEqualTo(desk.now.plus(PASS_ON));
    }
  }

  @Test
  @Rows(part = "WIN-10")
  void goesOnInTheDepartmentsOwnOrderWhenTheWantedOneDoesNotAnswer() {
    Desk desk = wanting(AllocationMode.SEQUENTIAL, "B");
    desk.review();
    desk.pass(PASS_ON);
    assertThat(desk.asked()).as("from the top of the list").containsExactly("A");
    desk.pass(PASS_ON);
    assertThat(desk.asked()).as("who was asked before is not in this round").containsExactly("C");

    Desk everyone = wanting(AllocationMode.ALL, "B");
    everyone.review();
    everyone.pass(PASS_ON);
    assertThat(everyone.asked()).containsExactlyInAnyOrder("A", "C");
  }

  @Test
  @Rows(part = "WIN-10")
  void goesOnAtOnceWhenTheWantedOneDeclinesOrGoesAway() {
    Desk declined = wanting(AllocationMode.ALL, "B");
    declined.review();
    declined.decline("B");
    assertThat(declined.asked()).containsExactlyInAnyOrder("A", "C");

    Desk gone = wanting(AllocationMode.SEQUENTIAL, "C");
    gone.review();
    gone.is("C", OFFLINE);
    gone.review();
    assertThat(gone.asked()).containsExactly("A");
  }

  @Test
  @Rows(part = "WIN-10")
  void saysWhyTheWantedOneIsNotAsked() {
    Map<String, String> reasons = new HashMap<>();
    for (String wanted : List.of("B", "Z")) {
      Desk desk = wanting(AllocationMode.SEQUENTIAL, wanted);
      desk.is("B", AWAY);
      desk.review();
      assertThat(desk.asked()).containsExactly("A");
      desk.changes.stream()
          .filter(Change.WantedUnavailable.class::isInstance)
          .map(Change.WantedUnavailable.class::cast)
          .forEach(change -> reasons.put(Desk.name(change.agentId()), change.reason()));
    }
    assertThat(reasons).isEqualTo(Map.of("B", "away", "Z", "not-in-department"));
  }

  @Test
  @Rows(part = "WIN-10")
  void asksTheWantedOneFirstOnceSomeoneIsThereAtAll() {
    Desk desk = wanting(AllocationMode.SEQUENTIAL, "C");
    for (String name : List.of("A", "B", "C")) {
      desk.is(name, OFFLINE);
    }
    desk.review();
    assertThat(desk.state).isInstanceOf(Queued.class);

    desk.is("A", ONLINE);
    desk.is("C", ONLINE);
    desk.review();

    assertThat(desk.asked()).containsExactly("C");
  }
}
