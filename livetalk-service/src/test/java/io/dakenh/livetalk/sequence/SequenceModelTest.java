package io.dakenh.livetalk.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.sequence.Plan.Sequence;
import io.dakenh.livetalk.sequence.Played.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The rules against a reference that knows no state: it cuts the conversation into stretches and
 * writes down what is said in each.
 */
class SequenceModelTest {
  private static final int UNTIL = 900;

  @Provide
  Arbitrary<List<Event>> events() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 600),
            Arbitraries.frequency(
                io(4, "agents-online"),
                io(4, "agents-offline"),
                io(4, "visitor-message"),
                io(3, "agent-reply"),
                io(1, "close")))
        .as(Event::new)
        .list()
        .ofMaxSize(14)
        .map(events -> events.stream().sorted(Comparator.comparingInt(Event::at)).toList());
  }

  private static net.jqwik.api.Tuple.Tuple2<Integer, String> io(int weight, String kind) {
    return net.jqwik.api.Tuple.of(weight, kind);
  }

  @Provide
  Arbitrary<Plan> plans() {
    return Combinators.combine(sequence(0), sequence(60), sequence(60))
        .as(
            (start, noReply, offline) ->
                new Plan(
                    1,
                    Map.of(
                        SequenceKind.START, start,
                        SequenceKind.NO_REPLY, noReply,
                        SequenceKind.OFFLINE, offline),
                    false,
                    false));
  }

  private static Arbitrary<Sequence> sequence(int leastDelay) {
    return Combinators.combine(
            Arbitraries.of(true, true, true, false),
            Arbitraries.integers().between(leastDelay, leastDelay + 60),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(1, 5))
        .as(
            (enabled, delay, gap, contents) ->
                new Sequence(
                    enabled,
                    Duration.ofSeconds(delay),
                    Duration.ofSeconds(gap),
                    Collections.nCopies(contents, "chào")));
  }

  @Property(tries = 3_000)
  @Rows(part = {"SEQ-1", "SEQ-2"})
  void saysWhatTheReferenceSays(@ForAll("plans") Plan plan, @ForAll("events") List<Event> events) {
    Played played = new Played(plan, () -> false, false).play(events, UNTIL);
    assertThat(played.messages()).containsExactlyInAnyOrderElementsOf(reference(plan, events));
  }

  @Property(tries = 3_000)
  @Rows(part = {"SEQ-2", "SEQ-3"})
  void crashesAndNeedlessLooksChangeNothing(
      @ForAll("plans") Plan plan, @ForAll("events") List<Event> events, @ForAll Random random) {
    Played calm = new Played(plan, () -> false, false).play(events, UNTIL);
    Played stormy = new Played(plan, () -> random.nextInt(3) == 0, true).play(events, UNTIL);
    assertThat(stormy.messages()).isEqualTo(calm.messages());
    assertThat(stormy.steps()).isEqualTo(calm.steps());
  }

  private record Stretch(int from, int to) {}

  private static List<String> reference(Plan plan, List<Event> events) {
    List<String> said = new ArrayList<>();
    List<Stretch> streaks = streaks(events);
    say(said, "start", plan.sequence(SequenceKind.START), List.of(streaks.getFirst()));
    for (Stretch streak : streaks) {
      say(said, "noReply", plan.sequence(SequenceKind.NO_REPLY), presence(events, streak, true));
      say(said, "offline", plan.sequence(SequenceKind.OFFLINE), presence(events, streak, false));
    }
    return said;
  }

  /** From a visitor's first message to the answer, or to the end. */
  private static List<Stretch> streaks(List<Event> events) {
    List<Stretch> streaks = new ArrayList<>();
    int from = 0;
    for (Event event : events) {
      if (event.kind().equals("close")) {
        if (from >= 0) {
          streaks.add(new Stretch(from, event.at()));
        }
        return streaks;
      }
      if (event.kind().equals("agent-reply") && from >= 0) {
        streaks.add(new Stretch(from, event.at()));
        from = -1;
      } else if (event.kind().equals("visitor-message") && from < 0) {
        from = event.at();
      }
    }
    if (from >= 0) {
      streaks.add(new Stretch(from, UNTIL));
    }
    return streaks;
  }

  /** The parts of a stretch in which agents are online, or are not. */
  private static List<Stretch> presence(List<Event> events, Stretch streak, boolean wanted) {
    List<Stretch> parts = new ArrayList<>();
    boolean online = true;
    int since = 0;
    for (Event event : events) {
      if (event.kind().startsWith("agents-") && online != event.kind().equals("agents-online")) {
        add(parts, online == wanted, since, event.at(), streak);
        online = !online;
        since = event.at();
      }
    }
    add(parts, online == wanted, since, UNTIL, streak);
    return parts;
  }

  private static void add(List<Stretch> parts, boolean fits, int from, int to, Stretch within) {
    int begin = Math.max(from, within.from());
    int end = Math.min(to, within.to());
    if (fits && begin <= end) {
      parts.add(new Stretch(begin, end));
    }
  }

  /** In the first stretch that lasts long enough, as far as it lasts. */
  private static void say(
      List<String> said, String name, Sequence sequence, List<Stretch> stretches) {
    if (!sequence.runs()) {
      return;
    }
    for (Stretch stretch : stretches) {
      long at = stretch.from() + sequence.delay().toSeconds();
      if (at <= Math.min(stretch.to(), UNTIL)) {
        for (int index = 0;
            index < sequence.contents().size() && at <= Math.min(stretch.to(), UNTIL);
            index++) {
          said.add(at + " " + name + " " + index);
          at += sequence.gap().toSeconds();
        }
        return;
      }
    }
  }
}
