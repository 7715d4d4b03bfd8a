package io.dakenh.benchmarks.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.benchmarks.survival.Checker.Verdict;
import io.dakenh.benchmarks.survival.Journal.Entry;
import io.dakenh.benchmarks.survival.Journal.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static final String ROOM = "a room";
  private static final String FIRST = "Tin 1 khách 0";
  private static final String SECOND = "Tin 1 khách 1";

  private long now;
  private final List<Entry> visitor = new ArrayList<>();
  private final List<Entry> agent = new ArrayList<>();

  private Entry entry(Event event, long sequence, String key) {
    now += 1_000_000;
    return new Entry(now, event, ROOM, sequence, key);
  }

  private void says(String key, long sequence) {
    visitor.add(entry(Event.SENT, 0, key));
    visitor.add(entry(Event.ACKNOWLEDGED, sequence, key));
    visitor.add(entry(Event.SHOWN, sequence, key));
  }

  private void both() {
    visitor.add(entry(Event.JOINED, 0, ""));
    agent.add(entry(Event.JOINED, 0, ""));
    visitor.add(entry(Event.SHOWN, 1, "Xin chào"));
    agent.add(entry(Event.SHOWN, 1, "Xin chào"));
    says(FIRST, 2);
    says(SECOND, 3);
  }

  private Verdict verdict() {
    return Checker.judge("Tin 1", List.of(visitor, agent));
  }

  @Test
  void everythingOnceAndInOrderIsFlawless() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));

    Verdict verdict = verdict();

    assertThat(verdict.flawless()).isTrue();
    assertThat(verdict.sent()).isEqualTo(2);
    assertThat(verdict.shown()).isEqualTo(4);
    assertThat(verdict.longestMilliseconds()).isEqualTo(6);
  }

  @Test
  void whatOneScreenLacksIsLost() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));

    assertThat(verdict().lost()).isEqualTo(1);
    assertThat(verdict().flawless()).isFalse();
  }

  @Test
  void aScreenThatStayedEmptyLacksEverything() {
    both();

    assertThat(verdict().lost()).isEqualTo(2);
  }

  @Test
  void oneMessageAtTwoPlacesIsDuplicated() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));
    agent.add(entry(Event.SHOWN, 4, SECOND));

    assertThat(verdict().duplicated()).isEqualTo(1);
  }

  @Test
  void twoConfirmedPlacesOfOneMessageAreADuplicate() {
    both();
    visitor.add(entry(Event.ACKNOWLEDGED, 4, SECOND));
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));

    assertThat(verdict().duplicated()).isEqualTo(1);
  }

  @Test
  void anEarlierMessageBehindALaterOneIsReordered() {
    both();
    agent.add(entry(Event.SHOWN, 2, SECOND));
    agent.add(entry(Event.SHOWN, 3, FIRST));

    assertThat(verdict().reordered()).isEqualTo(2);
  }

  @Test
  void whatNobodySaidIsFound() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));
    agent.add(entry(Event.SHOWN, 4, "Tin 1 nhân viên 0"));

    assertThat(verdict().unsent()).isEqualTo(1);
  }

  @Test
  void whatWasNeverConfirmedIsNotFlawless() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));
    visitor.add(entry(Event.SENT, 0, "Tin 1 khách 2"));

    assertThat(verdict().flawless()).isFalse();
  }

  @Test
  void whoStartsOverShowsEverythingAgainAndThatIsSaid() {
    both();
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.RELOADED, 2, ""));
    agent.add(entry(Event.SHOWN, 2, FIRST));
    agent.add(entry(Event.SHOWN, 3, SECOND));

    assertThat(verdict().duplicated()).isZero();
    assertThat(verdict().reloads()).isEqualTo(1);
    assertThat(verdict().flawless()).isFalse();
  }
}
