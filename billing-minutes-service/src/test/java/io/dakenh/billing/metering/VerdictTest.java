package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Rows(part = {"MIN-4", "MIN-6"})
class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final long HOUR = 3600;
  private static final MeteringRules RULES =
      new MeteringRules(
          Duration.ofSeconds(90),
          Duration.ofSeconds(90),
          Duration.ofHours(12),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          MeteringRules.OLDEST);

  private final Told told = new Told(UUID.randomUUID(), NOW.minusSeconds(40 * HOUR));

  @Test
  void countsWholeSecondsFromTheFirstJoinToTheEnd() {
    Verdict verdict = judge(told.started(), told.joined(20), told.ended(20L, 125, "completed"));

    assertThat(verdict.over()).isTrue();
    assertThat(verdict.seconds()).isEqualTo(105);
    assertThat(verdict.fault()).isNull();
  }

  @Test
  void aCallNobodyJoinedCostsNothing() {
    Verdict verdict = judge(told.started(), told.ended(null, 40, "missed"));

    assertThat(verdict.over()).isTrue();
    assertThat(verdict.joinedAt()).isNull();
    assertThat(verdict.seconds()).isZero();
  }

  @Test
  void aRunningCallIsCountedToItsLastSignOfLife() {
    Verdict verdict = judge(told.joined(10), told.beat(55), told.beat(25));

    assertThat(verdict.over()).isFalse();
    assertThat(verdict.seconds()).isEqualTo(45);
  }

  @Test
  void anEndBeforeTheJoinIsNotBelieved() {
    Verdict verdict = judge(told.joined(20), told.beat(65), told.ended(20L, 5, "completed"));

    assertThat(verdict.fault()).isEqualTo("end-before-join");
    assertThat(verdict.over()).isTrue();
    assertThat(verdict.seconds()).isEqualTo(45);
  }

  @Test
  void anEndBeforeTheStartIsNotBelieved() {
    Verdict verdict = judge(told.ended(null, -30, "missed"));

    assertThat(verdict.fault()).isEqualTo("end-before-start");
    assertThat(verdict.seconds()).isZero();
  }

  @Test
  void aJoinBeforeTheStartIsNotBelieved() {
    Verdict verdict = judge(told.joined(5), told.beat(20), told.ended(-600L, 60, "completed"));

    assertThat(verdict.fault()).isEqualTo("join-before-start");
    assertThat(verdict.seconds()).isEqualTo(15);
  }

  @Test
  void thirtyHoursAreNotBelievedAndCostWhatWasHeard() {
    Verdict heard = judge(told.joined(0), told.beat(300), told.ended(0L, 30 * HOUR, "completed"));
    Verdict silent = judge(told.ended(0L, 30 * HOUR, "completed"));

    assertThat(heard.fault()).isEqualTo("too-long");
    assertThat(heard.seconds()).isEqualTo(300);
    assertThat(silent.seconds()).isZero();
  }

  @Test
  void anEndInTheFutureIsNotBelieved() {
    Verdict verdict = judge(told.joined(0), told.beat(60), told.ended(0L, 41 * HOUR, "completed"));

    assertThat(verdict.fault()).isEqualTo("end-in-the-future");
    assertThat(verdict.seconds()).isEqualTo(60);
  }

  @Test
  void aBeatOfAClockThatIsFarAheadIsPassedOver() {
    Verdict verdict = judge(told.joined(0), told.beat(30), told.beat(50 * HOUR));

    assertThat(verdict.seconds()).isEqualTo(30);
  }

  @Test
  void theOrderInWhichThingsAreHeardDoesNotMatter() {
    Verdict one = judge(told.ended(20L, 80, "completed"), told.beat(35), told.joined(20));
    Verdict other = judge(told.joined(20), told.ended(20L, 80, "completed"), told.beat(35));

    assertThat(one).isEqualTo(other);
    assertThat(one.seconds()).isEqualTo(60);
  }

  @Test
  void chargesWholeIncrements() {
    assertThat(Verdict.charge(0, 60)).isZero();
    assertThat(Verdict.charge(1, 60)).isEqualTo(60);
    assertThat(Verdict.charge(60, 60)).isEqualTo(60);
    assertThat(Verdict.charge(61, 60)).isEqualTo(120);
    assertThat(Verdict.charge(61, 1)).isEqualTo(61);
  }

  private Verdict judge(Record... events) {
    CallRecord call = new CallRecord(told.key(), told.at(0));
    for (Record event : events) {
      CallNews news = new CallNews(UUID.randomUUID());
      news.add(event);
      call.learn(news, NOW.plus(RULES.clockTolerance()));
    }
    return Verdict.of(call, NOW, RULES);
  }
}
