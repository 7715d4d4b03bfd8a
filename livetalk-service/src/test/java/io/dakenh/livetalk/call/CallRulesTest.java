package io.dakenh.livetalk.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.livetalk.call.Call.Limit;
import io.dakenh.livetalk.call.Participant.Standing;
import io.dakenh.livetalk.party.PartyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallRulesTest {
  private static final Instant T0 = Instant.parse("2026-11-23T02:00:00Z");
  private static final CallRules RULES =
      new CallRules(Duration.ofSeconds(20), Duration.ofSeconds(30));
  private static final UUID AGENT = UUID.randomUUID();
  private static final UUID OTHER_AGENT = UUID.randomUUID();
  private static final UUID VISITOR = UUID.randomUUID();

  private static Instant at(int seconds) {
    return T0.plusSeconds(seconds);
  }

  private static Call ringing(@Nullable UUID startedBy) {
    return new Call(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        new Call.Visitor(VISITOR, "Khách 4821"),
        null,
        Media.VIDEO,
        CallState.RINGING,
        1,
        startedBy,
        null,
        at(60),
        T0,
        null,
        null,
        null,
        null);
  }

  private static Call claimed(@Nullable UUID startedBy) {
    return ringing(startedBy).claimed(new Claim(UUID.randomUUID(), AGENT, at(10)), null);
  }

  private static Call connected() {
    return claimed(null).connected(at(5), at(20));
  }

  private static Participant part(
      PartyKind kind, UUID id, Standing standing, Instant seenAt, @Nullable Instant due) {
    return new Participant(
        UUID.randomUUID(),
        kind,
        id,
        "",
        null,
        standing,
        UUID.randomUUID(),
        true,
        false,
        due,
        standing == Standing.JOINED ? at(5) : null,
        null,
        seenAt);
  }

  private static Participant visitor(Standing standing, int seen) {
    return part(PartyKind.VISITOR, VISITOR, standing, at(seen), null);
  }

  private static Participant agent(UUID id, Standing standing, int seen) {
    return part(PartyKind.AGENT, id, standing, at(seen), null);
  }

  private static CallFacts facts(Call call, Participant... people) {
    return new CallFacts(call, List.of(people));
  }

  private static @Nullable Due due(CallFacts facts, int now) {
    return RULES.due(facts, at(now), T0).orElse(null);
  }

  @Test
  @Rows(part = "CALL-3")
  void aClaimWithoutMediaLapsesAfterItsTimeAndNotBefore() {
    CallFacts facts =
        facts(claimed(null), visitor(Standing.CONNECTING, 9), agent(AGENT, Standing.CONNECTING, 9));

    assertThat(due(facts, 9)).isNull();
    assertThat(RULES.next(facts, T0)).isEqualTo(at(10));
    assertThat(due(facts, 10)).isInstanceOf(Due.ClaimLapsed.class);
  }

  @Test
  void aCallBackNobodyElseCanTakeFailsInstead() {
    CallFacts facts =
        facts(
            claimed(AGENT), visitor(Standing.CONNECTING, 9), agent(AGENT, Standing.CONNECTING, 9));

    assertThat(due(facts, 10)).isEqualTo(new Due.Over(Outcome.FAILED, "no-media", at(10)));
  }

  @Test
  void whatNobodyAnswersIsMissed() {
    CallFacts facts = facts(ringing(null), visitor(Standing.CONNECTING, 59));

    assertThat(due(facts, 59)).isNull();
    assertThat(due(facts, 60)).isEqualTo(new Due.Over(Outcome.MISSED, "no-answer", at(60)));
  }

  @Test
  void aVisitorWhoVanishesWhileItRingsHasCancelled() {
    CallFacts facts = facts(ringing(null), visitor(Standing.CONNECTING, 4));

    assertThat(due(facts, 33)).isNull();
    assertThat(due(facts, 34)).isEqualTo(new Due.Over(Outcome.CANCELLED, "lost", at(4)));
  }

  @Test
  @Rows(part = "MIN-6")
  void aCallWhoseLastAgentVanishedEndsAtTheLastSignOfLife() {
    CallFacts facts =
        facts(
            connected().beaten(at(90)),
            visitor(Standing.JOINED, 70),
            agent(AGENT, Standing.JOINED, 50));

    assertThat(due(facts, 69)).isNull();
    assertThat(due(facts, 70)).isEqualTo(new Due.Over(Outcome.COMPLETED, "lost", at(50)));
  }

  @Test
  void withAnotherAgentInItTheCallGoesOn() {
    Participant gone = agent(AGENT, Standing.JOINED, 50);
    CallFacts facts =
        facts(
            connected().beaten(at(90)),
            visitor(Standing.JOINED, 70),
            gone,
            agent(OTHER_AGENT, Standing.JOINED, 70));

    assertThat(due(facts, 71)).isEqualTo(new Due.Gone(gone, at(50)));
  }

  @Test
  void silenceWhileNobodyListenedIsNobodysFault() {
    CallFacts facts =
        facts(
            connected().beaten(at(600)),
            visitor(Standing.JOINED, 50),
            agent(AGENT, Standing.JOINED, 50));

    assertThat(RULES.due(facts, at(510), at(500))).isEmpty();
    assertThat(RULES.due(facts, at(520), at(500)))
        .contains(new Due.Over(Outcome.COMPLETED, "lost", at(50)));
  }

  @Test
  void nobodyEndsBeforeTheyJoined() {
    CallFacts facts =
        facts(
            connected().beaten(at(90)),
            visitor(Standing.JOINED, 70),
            agent(AGENT, Standing.JOINED, 2));

    assertThat(due(facts, 40)).isEqualTo(new Due.Over(Outcome.COMPLETED, "lost", at(5)));
  }

  @Test
  @Rows(part = "MIN-5")
  void aCallWithoutMinutesIsCutWhenBillingSays() {
    CallFacts facts =
        facts(
            connected().limited(new Limit("cut", at(30))).beaten(at(90)),
            visitor(Standing.JOINED, 29),
            agent(AGENT, Standing.JOINED, 29));

    assertThat(due(facts, 29)).isNull();
    assertThat(RULES.next(facts, T0)).isEqualTo(at(30));
    assertThat(due(facts, 30)).isEqualTo(new Due.Over(Outcome.CUT, "minutes-exhausted", at(30)));
  }

  @Test
  void aCallThatMayFinishIsNotCut() {
    CallFacts facts =
        facts(
            connected().limited(new Limit("finish", null)).beaten(at(90)),
            visitor(Standing.JOINED, 60),
            agent(AGENT, Standing.JOINED, 60));

    assertThat(due(facts, 61)).isNull();
  }

  @Test
  void tellsEveryFifteenSecondsThatItGoesOn() {
    CallFacts facts =
        facts(connected(), visitor(Standing.JOINED, 19), agent(AGENT, Standing.JOINED, 19));

    assertThat(due(facts, 19)).isNull();
    assertThat(due(facts, 20)).isInstanceOf(Due.Beat.class);
  }

  @Test
  void whoWasAskedInAndDoesNotComeIsNoLongerAsked() {
    Participant asked = part(PartyKind.AGENT, OTHER_AGENT, Standing.INVITED, at(10), at(40));
    CallFacts facts =
        facts(
            connected().beaten(at(90)),
            visitor(Standing.JOINED, 39),
            agent(AGENT, Standing.JOINED, 39),
            asked);

    assertThat(due(facts, 39)).isNull();
    assertThat(due(facts, 40)).isEqualTo(new Due.Gone(asked, at(40)));
  }

  @Test
  void nothingIsDueOfACallThatIsOver() {
    CallFacts facts = facts(connected().ended(new Call.End("completed", null, at(30))));

    assertThat(due(facts, 10_000)).isNull();
    assertThat(RULES.next(facts, T0)).isNull();
  }
}
