package io.dakenh.config.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.config.content.Sequences;
import io.dakenh.config.content.Sequences.Channels;
import io.dakenh.config.content.Sequences.Sequence;
import io.dakenh.config.sequence.Occurrence.Kind;
import io.dakenh.contracts.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Sequence TWICE = new Sequence(true, 60, 10, List.of("một", "hai"));
  private static final Sequence OFF = new Sequence(false, 60, 10, List.of("không"));
  private static final Sequence AT_ONCE = new Sequence(true, 0, 5, List.of("chào", "cần gì ạ?"));

  private static Sequences sequences(Sequence start, Sequence noReply, Sequence offline) {
    return new Sequences(start, noReply, offline, new Channels(false, false));
  }

  private static List<String> play(Sequences sequences, int horizon, Occurrence... occurrences) {
    return Timeline.of(sequences, List.of(occurrences), horizon).stream()
        .map(
            step ->
                step.atSeconds()
                    + " "
                    + step.sequence()
                    + " "
                    + step.kind()
                    + (step.text() == null ? "" : " " + step.text())
                    + (step.reason() == null ? "" : " " + step.reason()))
        .toList();
  }

  private static Occurrence at(int seconds, Kind kind) {
    return new Occurrence(seconds, kind);
  }

  @Test
  void sendsTheContentsOneByOneWithTheirGap() {
    assertThat(play(sequences(AT_ONCE, TWICE, TWICE), 100))
        .containsExactly(
            "0 start armed conversation-created",
            "0 noReply armed visitor-waits",
            "0 start sent chào",
            "5 start sent cần gì ạ?",
            "60 noReply sent một",
            "70 noReply sent hai");
  }

  @Test
  void anAnswerCancelsEverything() {
    assertThat(play(sequences(AT_ONCE, TWICE, OFF), 500, at(3, Kind.AGENT_REPLY)))
        .containsExactly(
            "0 start armed conversation-created",
            "0 noReply armed visitor-waits",
            "0 start sent chào",
            "3 start cancelled agent-reply",
            "3 noReply cancelled agent-reply");
  }

  @Test
  void closingCancelsWhatHasBegun() {
    assertThat(
            play(sequences(OFF, TWICE, OFF), 500, at(65, Kind.CLOSE), at(70, Kind.VISITOR_MESSAGE)))
        .containsExactly(
            "0 noReply armed visitor-waits", "60 noReply sent một", "65 noReply cancelled close");
  }

  @Test
  void noReplyRunsOnceWhileTheVisitorWaitsAndAgainAfterAnAnswer() {
    assertThat(
            play(
                sequences(OFF, TWICE, OFF),
                1_000,
                at(100, Kind.VISITOR_MESSAGE),
                at(200, Kind.AGENT_REPLY),
                at(300, Kind.VISITOR_MESSAGE)))
        .containsExactly(
            "0 noReply armed visitor-waits",
            "60 noReply sent một",
            "70 noReply sent hai",
            "300 noReply armed visitor-waits",
            "360 noReply sent một",
            "370 noReply sent hai");
  }

  @Test
  void theLastAgentGoingOfflineTurnsOneIntoTheOther() {
    assertThat(
            play(
                sequences(OFF, TWICE, TWICE),
                300,
                at(30, Kind.AGENTS_OFFLINE),
                at(95, Kind.AGENTS_ONLINE)))
        .containsExactly(
            "0 noReply armed visitor-waits",
            "30 noReply cancelled agents-offline",
            "30 offline armed visitor-waits",
            "90 offline sent một",
            "95 offline cancelled agents-online",
            "95 noReply armed visitor-waits",
            "155 noReply sent một",
            "165 noReply sent hai");
  }

  @Test
  void whoIsOnlineAtTheBeginningIsSaidAtSecondZero() {
    assertThat(play(sequences(OFF, TWICE, TWICE), 60, at(0, Kind.AGENTS_OFFLINE)))
        .containsExactly("0 offline armed visitor-waits", "60 offline sent một");
  }

  @Provide
  Arbitrary<List<Occurrence>> conversations() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 600), Arbitraries.of(Kind.values()))
        .as(Occurrence::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  @Rows(part = {"SEQ-2", "SEQ-6"})
  void keepsTheRulesWhateverHappens(@ForAll("conversations") List<Occurrence> occurrences) {
    List<Step> steps = Timeline.of(sequences(AT_ONCE, TWICE, TWICE), occurrences, 700);

    List<Integer> times = steps.stream().map(Step::atSeconds).toList();
    assertThat(times).isSorted();
    occurrences.stream()
        .filter(occurrence -> occurrence.kind() == Kind.CLOSE)
        .mapToInt(Occurrence::atSeconds)
        .min()
        .ifPresent(closed -> assertThat(times).allMatch(time -> time <= closed));
    for (String sequence : List.of("start", "noReply", "offline")) {
      alternates(steps.stream().filter(step -> step.sequence().equals(sequence)).toList());
    }
    long waits = 1 + occurrences.stream().filter(o -> o.kind() == Kind.AGENT_REPLY).count();
    assertThat(steps)
        .filteredOn(
            step -> step.sequence().equals("noReply") && Integer.valueOf(0).equals(step.index()))
        .hasSizeLessThanOrEqualTo((int) waits);
  }

  /** Armed, then contents from the first on with the gap, then perhaps cancelled; and so on. */
  private static void alternates(List<Step> steps) {
    List<Step> run = new ArrayList<>();
    for (Step step : steps) {
      if (step.kind().equals("armed")) {
        run.clear();
      } else if (step.kind().equals("sent")) {
        long before = run.stream().filter(s -> s.kind().equals("sent")).count();
        assertThat(step.index()).isEqualTo((int) before);
      }
      run.add(step);
      assertThat(run.getFirst().kind()).isEqualTo("armed");
    }
  }
}
